package dev.tocsin.peers.rules;

/**
 * A stretch of time in which an alert fired.
 *
 * @param from the tick at which it began
 * @param until the tick at which it ended, or {@link #OPEN}
 */
public record Interval(long from, long until) {
  /** The end of what still fires. */
  public static final long OPEN = Long.MAX_VALUE;

  /** How long it lasted. */
  public long nanos() {
    return until == OPEN ? OPEN : until - from;
  }

  boolean overlaps(Interval other) {
    return from < other.until && other.from < until;
  }
}
