package dev.tocsin.window;

/**
 * A stretch of time.
 *
 * @param fromNanos its first instant
 * @param untilNanos the first instant behind it
 */
public record Stretch(long fromNanos, long untilNanos) {

  /** Whether a stamp lies in it. */
  public boolean contains(long stampNanos) {
    return stampNanos >= fromNanos && stampNanos < untilNanos;
  }
}
