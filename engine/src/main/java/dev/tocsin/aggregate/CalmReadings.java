package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import java.util.Arrays;

/**
 * What a sink noted of readings, with the values and samples between which it would note the same
 * again: nearly all readings stay there, and are not given to the sink at all.
 */
final class CalmReadings {
  private long[] noted = new long[0];

  /** Two for each: above the first and below the second nothing changes. */
  private double[] values = new double[0];

  /** Two for each: from the first on and below the second nothing changes. */
  private long[] samples = new long[0];

  /** Makes place for some readings that the sink has never heard of. */
  void open(int at, int size) {
    int needed = at + size;
    if (needed > noted.length) {
      int length = Math.max(needed, 2 * noted.length);
      noted = Arrays.copyOf(noted, length);
      values = Arrays.copyOf(values, 2 * length);
      samples = Arrays.copyOf(samples, 2 * length);
    }
    Arrays.fill(noted, at, needed, ReadingState.FRESH);
    Arrays.fill(values, 2 * at, 2 * needed, Double.NaN);
  }

  /** Whether nothing changes for a value and so many samples. */
  boolean isCalm(int at, double value, long size) {
    return value > values[2 * at]
        && value < values[2 * at + 1]
        && size >= samples[2 * at]
        && size < samples[2 * at + 1];
  }

  /** Nobody asks for a reading. */
  void ignore(int at) {
    values[2 * at] = Double.NEGATIVE_INFINITY;
    values[2 * at + 1] = Double.POSITIVE_INFINITY;
    samples[2 * at] = Long.MIN_VALUE;
    samples[2 * at + 1] = Long.MAX_VALUE;
  }

  /** Gives a reading to the sink. */
  void give(
      int at,
      ReadingPlan reading,
      GroupSource groups,
      int slot,
      double value,
      long size,
      ReadingSink sink) {
    long now = sink.reading(reading, groups, slot, noted[at], value, size);
    if (now != noted[at]) {
      noted[at] = now;
      sink.calm(reading, now, values, samples, 2 * at);
    }
  }
}
