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
    PairedCounts buckets = PairedCounts.ofBuckets(current, baseline);
    if (buckets.eitherEmpty()) {
      return Double.NaN;
    }
    double largest = 0;
    long now = 0;
    long before = 0;
    for (int i = 0; i < buckets.size(); i++) {
      now += buckets.current(i);
      before += buckets.baseline(i);
      double distance =
          Math.abs(
              (double) now / buckets.currentTotal() - (double) before / buckets.baselineTotal());
      largest = Math.max(largest, distance);
    }
    return largest;
  }
}
