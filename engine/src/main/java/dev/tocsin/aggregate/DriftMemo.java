package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import java.util.Arrays;

/**
 * Spares most walks over the buckets of two histograms. The distance of Kolmogorov and Smirnov is
 * one between distribution functions, and k numbers more or fewer among n move such a function by
 * at most k / n. As long as all that came and went since the last walk adds up to less than the way
 * to the nearest constant, the distance is in the same band as then.
 */
final class DriftMemo {
  /** Far more than what adding up a day of fractions can round. */
  private static final double ROUNDING = 1e-9;

  private double[] values = new double[1];

  /** Up to which {@link GroupStates#drifted} the value is good. */
  private double[] until = new double[1];

  /** Forgets what was found for a group. */
  void open(int slot) {
    if (slot >= values.length) {
      int length = Math.max(slot + 1, 2 * values.length);
      values = Arrays.copyOf(values, length);
      until = Arrays.copyOf(until, length);
    }
    until[slot] = Double.NEGATIVE_INFINITY;
  }

  /** The distance, or one in the same band. */
  double value(ReadingPlan reading, GroupStates states, int slot, ReadingSink sink) {
    double drifted = states.drifted(slot);
    if (drifted <= until[slot]) {
      return values[slot];
    }
    double value = states.read(reading, slot);
    double good = drifted + sink.room(reading, value) - ROUNDING;
    values[slot] = value;
    until[slot] = good < Double.POSITIVE_INFINITY ? good : Double.NEGATIVE_INFINITY;
    return value;
  }
}
