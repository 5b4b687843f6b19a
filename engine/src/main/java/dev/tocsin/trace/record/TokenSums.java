package dev.tocsin.trace.record;

import dev.tocsin.api.Event;

/**
 * Whether a source counts parts (cached, audio, reasoning) within its input and output or beside
 * them. Its total says so where it has one; parts that are more than the whole stand beside it;
 * else it is as the source usually counts.
 *
 * @param inputParts the sum of the parts of the input, 0 where none is known
 * @param outputParts those of the output
 * @param total all tokens, or {@link Event#UNKNOWN}
 */
public record TokenSums(long input, long inputParts, long output, long outputParts, long total) {

  /**
   * With the parts included.
   *
   * @param partsOfInputAreWithin how the source usually counts its input
   * @param partsOfOutputAreWithin how it usually counts its output
   * @throws BadEventException when the total is less than the input or the output
   */
  public TokenSums withParts(boolean partsOfInputAreWithin, boolean partsOfOutputAreWithin)
      throws BadEventException {
    check(input, "input");
    check(output, "output");
    boolean[] usual = {partsOfInputAreWithin, partsOfOutputAreWithin};
    if (total != Event.UNKNOWN && input != Event.UNKNOWN && output != Event.UNKNOWN) {
      for (int differing = 0; differing < 4; differing++) {
        TokenSums counted = counted(usual[0] ^ (differing & 1) != 0, usual[1] ^ differing > 1);
        if (counted.input + counted.output == total) {
          return counted;
        }
      }
    }
    return counted(usual[0], usual[1]);
  }

  private TokenSums counted(boolean inputWithin, boolean outputWithin) {
    return new TokenSums(
        whole(input, inputParts, inputWithin),
        inputParts,
        whole(output, outputParts, outputWithin),
        outputParts,
        total);
  }

  private static long whole(long count, long parts, boolean within) {
    return count == Event.UNKNOWN || (within && parts <= count) ? count : count + parts;
  }

  private void check(long count, String what) throws BadEventException {
    if (total != Event.UNKNOWN && count > total) {
      throw new BadEventException(
          "%s tokens %d are more than the total %d".formatted(what, count, total));
    }
  }

  /** A number to be added: unknown is nothing. */
  public static long known(long count) {
    return Math.max(count, 0);
  }
}
