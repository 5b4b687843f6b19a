package dev.tocsin.drift;

import dev.tocsin.window.HistogramState;

/**
 * The two-sample Kolmogorov-Smirnov statistic: the largest distance between the two empirical
 * distribution functions, 0 to 1 (Kolmogorov 1933, Smirnov 1939), at the bounds of the buckets.
 */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /** Of a window and its baseline; the same with the two exchanged. Allocates nothing. */
  public static double of(HistogramState current, HistogramState baseline) {
    long samples = current.samples();
    long samplesBefore = baseline.samples();
    if (samples == 0 || samplesBefore == 0) {
      return Double.NaN;
    }
    double largest = 0;
    long now = 0;
    long before = 0;
    int i = current.next(0);
    int j = baseline.next(0);
    while (i < current.size() || j < baseline.size()) {
      long left = i < current.size() ? current.bucket(i) : Long.MAX_VALUE;
      long right = j < baseline.size() ? baseline.bucket(j) : Long.MAX_VALUE;
      if (left <= right) {
        now += current.count(i);
        i = current.next(i + 1);
      }
      if (right <= left) {
        before += baseline.count(j);
        j = baseline.next(j + 1);
      }
      double distance = Math.abs((double) now / samples - (double) before / samplesBefore);
      largest = Math.max(largest, distance);
    }
    return largest;
  }
}
