package dev.tocsin.window;

/**
 * Follows two distribution functions bucket by bucket and finds where they are farthest apart. What
 * they are apart is compared in whole numbers, as parts of the product of both totals, and divided
 * only once at the end, so that a distance of three tenths reads 0.3 and not a little more.
 */
final class Distance {
  /** Totals up to here have a product of less than 63 bits. */
  private static final long WHOLE = Integer.MAX_VALUE;

  private final long total;
  private final long otherTotal;
  private final boolean whole;
  private long seen;
  private long otherSeen;
  private long farthest;
  private double largest;

  Distance(long total, long otherTotal) {
    this.total = total;
    this.otherTotal = otherTotal;
    this.whole = total <= WHOLE && otherTotal <= WHOLE;
  }

  /** The next bucket, with how many numbers each has in it. */
  void step(long count, long otherCount) {
    seen += count;
    otherSeen += otherCount;
    if (whole) {
      long apart = Math.abs(seen * otherTotal - otherSeen * total);
      farthest = Math.max(farthest, apart);
    } else {
      largest = Math.max(largest, apart(seen, otherSeen));
    }
  }

  /** The next buckets of two arrays from some places on. */
  void steps(int[] counts, int at, int[] otherCounts, int otherAt, int size) {
    if (!whole) {
      for (int i = 0; i < size; i++) {
        step(counts[at + i], otherCounts[otherAt + i]);
      }
      return;
    }
    long here = seen;
    long there = otherSeen;
    long most = farthest;
    for (int i = 0; i < size; i++) {
      here += counts[at + i];
      there += otherCounts[otherAt + i];
      long apart = Math.abs(here * otherTotal - there * total);
      most = Math.max(most, apart);
    }
    seen = here;
    otherSeen = there;
    farthest = most;
  }

  double largest() {
    return whole ? (double) farthest / (total * otherTotal) : largest;
  }

  private double apart(long here, long there) {
    return Math.abs((double) here / total - (double) there / otherTotal);
  }
}
