package dev.tocsin.drift;

import dev.tocsin.window.HistogramState;

/**
 * The first Wasserstein distance: the area between the two distribution functions, which is how far
 * the numbers of one side have to be moved on average to become those of the other (Vallender
 * 1974), as SciPy's {@code wasserstein_distance}. Numbers stand in the middle of their bucket, but
 * inside what was seen; so it is within a bucket's width.
 */
public final class Wasserstein {
  private Wasserstein() {}

  /** In the base unit of the numbers, not negative. */
  public static double of(HistogramState current, HistogramState baseline) {
    if (current.samples() == 0 || baseline.samples() == 0) {
      return Double.NaN;
    }
    double area = 0;
    double at = 0;
    long now = 0;
    long before = 0;
    int i = current.next(0);
    int j = baseline.next(0);
    while (i < current.size() || j < baseline.size()) {
      double left = i < current.size() ? current.middle(i) : Double.POSITIVE_INFINITY;
      double right = j < baseline.size() ? baseline.middle(j) : Double.POSITIVE_INFINITY;
      double next = Math.min(left, right);
      double apart = (double) now / current.samples() - (double) before / baseline.samples();
      area += Math.abs(apart) * (next - at);
      at = next;
      if (left <= next) {
        now += current.count(i);
        i = current.next(i + 1);
      }
      if (right <= next) {
        before += baseline.count(j);
        j = baseline.next(j + 1);
      }
    }
    return area;
  }
}
