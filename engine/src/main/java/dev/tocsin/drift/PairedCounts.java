package dev.tocsin.drift;

import dev.tocsin.window.CategoriesState;
import dev.tocsin.window.FoldState;
import dev.tocsin.window.HistogramState;
import dev.tocsin.window.PairedBuckets;
import java.util.Arrays;

/** How often each class of numbers or texts occurred in a window and in its baseline. */
public final class PairedCounts {
  private static final int TENTHS = 10;

  private final long[] current;
  private final long[] baseline;
  private final long currentTotal;
  private final long baselineTotal;
  private int size;

  private PairedCounts(int capacity, long currentTotal, long baselineTotal) {
    this.current = new long[capacity];
    this.baseline = new long[capacity];
    this.currentTotal = currentTotal;
    this.baselineTotal = baselineTotal;
  }

  /** The buckets of two histograms, in the order of the numbers. */
  public static PairedCounts ofBuckets(HistogramState current, HistogramState baseline) {
    PairedCounts pairs =
        new PairedCounts(current.size() + baseline.size(), current.samples(), baseline.samples());
    int i = current.next(0);
    int j = baseline.next(0);
    while (i < current.size() || j < baseline.size()) {
      long left = i < current.size() ? current.bucket(i) : Long.MAX_VALUE;
      long right = j < baseline.size() ? baseline.bucket(j) : Long.MAX_VALUE;
      pairs.append(left <= right ? current.count(i) : 0, right <= left ? baseline.count(j) : 0);
      i = left <= right ? current.next(i + 1) : i;
      j = right <= left ? baseline.next(j + 1) : j;
    }
    return pairs;
  }

  /** The buckets of a window and its baseline, in the order of the numbers. */
  public static PairedCounts ofBuckets(PairedBuckets buckets) {
    PairedCounts pairs = new PairedCounts(buckets.size(), buckets.current(), buckets.baseline());
    for (int i = 0; i < buckets.size(); i++) {
      pairs.append(buckets.current(i), buckets.baseline(i));
    }
    return pairs;
  }

  /** As {@link #ofBins(FoldState, FoldState)}, of numbers. */
  public static PairedCounts ofBins(PairedBuckets buckets) {
    return ofBuckets(buckets).tenths();
  }

  /**
   * What tests of homogeneity look at: the categories of texts, or the tenths of the baseline's
   * numbers.
   *
   * <p>Numbers are cut behind the bucket of each decile of the baseline (nearest rank); a bucket
   * that holds two deciles or more is a bin by itself. The outer bins are open. Categories beyond
   * {@link CategoriesState#MOST} are one.
   */
  public static PairedCounts ofBins(FoldState<?> current, FoldState<?> baseline) {
    if (current instanceof HistogramState now && baseline instanceof HistogramState before) {
      return ofBuckets(now, before).tenths();
    }
    if (current instanceof CategoriesState now && baseline instanceof CategoriesState before) {
      return ofCategories(now, before);
    }
    throw new IllegalArgumentException("no bins of " + current.kind());
  }

  int size() {
    return size;
  }

  long current(int at) {
    return current[at];
  }

  long baseline(int at) {
    return baseline[at];
  }

  long currentTotal() {
    return currentTotal;
  }

  long baselineTotal() {
    return baselineTotal;
  }

  boolean eitherEmpty() {
    return currentTotal == 0 || baselineTotal == 0;
  }

  private PairedCounts tenths() {
    PairedCounts bins = new PairedCounts(size, currentTotal, baselineTotal);
    long below = 0;
    long now = 0;
    long before = 0;
    for (int i = 0; i < size; i++) {
      long deciles = deciles(below + baseline[i]) - deciles(below);
      if (deciles > 1) {
        bins.append(now, before);
        now = 0;
        before = 0;
      }
      now += current[i];
      before += baseline[i];
      if (deciles > 0) {
        bins.append(now, before);
        now = 0;
        before = 0;
      }
      below += baseline[i];
    }
    bins.append(now, before);
    return bins;
  }

  /** How many deciles lie among the first so many numbers of the baseline. */
  private long deciles(long numbers) {
    return baselineTotal == 0 ? 0 : Math.min(TENTHS - 1, TENTHS * numbers / baselineTotal);
  }

  private static PairedCounts ofCategories(CategoriesState current, CategoriesState baseline) {
    long reach = Math.min(current.reach(), baseline.reach()); // what both count one by one
    PairedCounts pairs =
        new PairedCounts(
            current.size() + baseline.size() + 1, current.samples(), baseline.samples());
    int i = 0;
    int j = 0;
    while (i < current.size() || j < baseline.size()) {
      boolean hasLeft = i < current.size();
      boolean hasRight = j < baseline.size();
      long left = hasLeft ? current.category(i) : Long.MAX_VALUE;
      long right = hasRight ? baseline.category(j) : Long.MAX_VALUE;
      if (Math.min(left, right) > reach) {
        break;
      }
      pairs.append(
          hasLeft && left <= right ? current.count(i++) : 0,
          hasRight && right <= left ? baseline.count(j++) : 0);
    }
    pairs.append(
        pairs.currentTotal - Arrays.stream(pairs.current).sum(),
        pairs.baselineTotal - Arrays.stream(pairs.baseline).sum());
    return pairs;
  }

  private void append(long now, long before) {
    if (now != 0 || before != 0) {
      current[size] = now;
      baseline[size++] = before;
    }
  }
}
