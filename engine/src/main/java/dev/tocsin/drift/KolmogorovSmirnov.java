package dev.tocsin.drift;

import dev.tocsin.window.HistogramState;

/**
 * The two-sample Kolmogorov-Smirnov statistic: the largest distance between the two empirical
 * distribution functions, 0 to 1 (Kolmogorov 1933, Smirnov 1939), at the bounds of the buckets.
 */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /** Of a window and its baseline; the same with the two exchanged. */
  public static double of(HistogramState current, HistogramState baseline) {
    return current.largestDistance(baseline);
  }
}
