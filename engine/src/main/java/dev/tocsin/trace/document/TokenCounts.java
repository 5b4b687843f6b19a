package dev.tocsin.trace.document;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;

/**
 * Tokens of a call as its source counts them. Some count cached tokens or reasoning beside input
 * and output instead of within; where there is a total, it tells.
 *
 * @param input sent; {@link Event#UNKNOWN} where unknown, as the others
 * @param output received
 * @param cached read from a cache
 * @param written written to a cache
 * @param reasoning of the output
 * @param total of all
 */
public record TokenCounts(
    long input, long output, long cached, long written, long reasoning, long total) {
  private static final long MOST = 1L << 50;

  /**
   * The same with cached tokens within the input and reasoning within the output. Without a total
   * they are taken as within, but for parts that are more than the whole.
   *
   * @throws UnfitException when the total is none of the sums
   */
  public TokenCounts inclusive() throws UnfitException {
    inRange();
    long beside = known(cached) + known(written);
    if (input == Event.UNKNOWN
        || output == Event.UNKNOWN
        || total == Event.UNKNOWN
        || input + output == total) {
      return with(
          beside > input ? plus(input, beside) : input,
          known(reasoning) > output ? plus(output, known(reasoning)) : output);
    }
    if (input + beside + output == total) {
      return with(input + beside, output);
    }
    if (input + output + known(reasoning) == total) {
      return with(input, output + known(reasoning));
    }
    if (input + beside + output + known(reasoning) == total) {
      return with(input + beside, output + known(reasoning));
    }
    throw new UnfitException(
        "total tokens %d are not input tokens %d and output tokens %d"
            .formatted(total, input, output));
  }

  /**
   * The same with cached tokens within the input, of a source that is known to count them beside
   * it.
   */
  public TokenCounts cachedBeside() throws UnfitException {
    inRange();
    return input == Event.UNKNOWN ? this : with(input + known(cached) + known(written), output);
  }

  private void inRange() throws UnfitException {
    for (long each : new long[] {input, output, cached, written, reasoning, total}) {
      if (each > MOST) {
        throw new UnfitException("tokens are out of range: " + each);
      }
    }
  }

  /** Sets them all. */
  public void to(CallBuilder call) {
    call.inputTokens(input)
        .outputTokens(output)
        .cachedTokens(cached)
        .cacheWriteTokens(written)
        .reasoningTokens(reasoning);
  }

  private TokenCounts with(long inclusiveInput, long inclusiveOutput) {
    return new TokenCounts(inclusiveInput, inclusiveOutput, cached, written, reasoning, total);
  }

  private static long plus(long whole, long parts) {
    return whole == Event.UNKNOWN ? whole : whole + parts;
  }

  /** A number to be added: unknown is nothing. */
  public static long known(long tokens) {
    return tokens == Event.UNKNOWN ? 0 : tokens;
  }
}
