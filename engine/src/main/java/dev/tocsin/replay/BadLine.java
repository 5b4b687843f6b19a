package dev.tocsin.replay;

/**
 * A line of a trace that could not be used.
 *
 * @param file the trace as the user named it
 * @param line counted from 1
 * @param reason what is wrong with it, with the offending value
 */
public record BadLine(String file, long line, String reason) {

  /** {@code file:line: reason}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
