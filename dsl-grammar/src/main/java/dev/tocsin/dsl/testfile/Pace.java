package dev.tocsin.dsl.testfile;

import java.time.Duration;

/**
 * How many events there are, and when.
 *
 * @param count how many; at least 1
 * @param length from the first to the end; 0 where all are at once
 * @param every from one to the next; 0 to spread them evenly over the length
 */
public record Pace(long count, Duration length, Duration every) {

  /** How many events one entry may stand for. */
  public static final long MOST = 10_000_000;

  /** One event. */
  static final Pace ONCE = new Pace(1, Duration.ZERO, Duration.ZERO);

  /** From the first event to one of them, from 0, in nanoseconds. */
  public long offsetNanos(long index) {
    if (!every.isZero()) {
      return every.toNanos() * index;
    }
    long nanos = length.toNanos();
    return nanos / count * index + nanos % count * index / count; // count is below 2^31
  }

  /** How much of the length has passed: 0 at the first event, 1 at the last. */
  public double progress(long index) {
    return count == 1 ? 0 : (double) index / (count - 1);
  }
}
