package dev.tocsin.window;

/**
 * Follows two distribution functions bucket by bucket and finds where they are farthest apart. What
 * they are apart is compared in whole numbers, as parts of the product of both totals, and divided
 * only once at the end.
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
  private long seenThere;
  private long otherSeenThere;
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
      if (apart > farthest) {
        farthest = apart;
        seenThere = seen;
        otherSeenThere = otherSeen;
      }
    } else {
      largest = Math.max(largest, apart(seen, otherSeen));
    }
  }

  double largest() {
    return whole ? apart(seenThere, otherSeenThere) : largest;
  }

  private double apart(long here, long there) {
    return Math.abs((double) here / total - (double) there / otherTotal);
  }
}
