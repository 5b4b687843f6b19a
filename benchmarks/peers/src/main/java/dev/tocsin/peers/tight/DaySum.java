package dev.tocsin.peers.tight;

import java.util.concurrent.TimeUnit;

/** A sum since midnight UTC; the tick of midnight still reads the whole day. */
public final class DaySum {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private long sum;
  private long end = Long.MIN_VALUE;

  /** Adds what a second brought. */
  public void add(long amount, long tick) {
    if (tick > end) {
      end = Math.floorDiv(tick + DAY - 1, DAY) * DAY;
      sum = 0;
    }
    sum += amount;
  }

  /** The sum. */
  public long sum() {
    return sum;
  }
}
