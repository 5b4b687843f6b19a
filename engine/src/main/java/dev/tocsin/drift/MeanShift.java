package dev.tocsin.drift;

import dev.tocsin.window.SumState;

/** The difference of the two means, not standardised: positive when the window's is greater. */
public final class MeanShift {
  private MeanShift() {}

  /** In the base unit of the numbers, from exact sums. */
  public static double of(SumState current, SumState baseline) {
    return mean(current) - mean(baseline);
  }

  private static double mean(SumState state) {
    return state.samples() == 0 ? Double.NaN : state.sumAsDouble() / state.samples();
  }
}
