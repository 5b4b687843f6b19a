package dev.tocsin.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many numbers of a window and of its baseline fell into each bucket. Buckets lie in pages of
 * sixteen, whose sums are kept: inside a page neither distribution function leaves what it is at
 * its ends, so that the largest distance is found in the few pages that can have it.
 */
public final class PairedBuckets {
  private static final int PAGE_BITS = 4;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int MARGIN = 2;

  private final Buckets buckets;

  /** The number of the first page. */
  private int first;

  /** Two for each page: how many of the window, how many of the baseline. */
  private long[] sums = new long[0];

  /** Two for each bucket of a page, in 32 bits as long as that is enough for all numbers. */
  private int[] @Nullable [] pages = new int[0][];

  /** Instead of the others once there are more. */
  private long[] @Nullable [] wide = new long[0][];

  private boolean isWide;

  private long current;
  private long baseline;

  /** For the numbers of a histogram. */
  public PairedBuckets(FoldKind kind) {
    this.buckets = kind == FoldKind.SCORE_HISTOGRAM ? Buckets.SCORE : Buckets.LOGARITHMIC;
  }

  /** The bucket of a number. */
  public int bucket(long value) {
    return buckets.of(value);
  }

  /** So many more, or less, in a bucket of the window. */
  public void changeCurrent(int bucket, long by) {
    current += by;
    change(bucket, 0, by);
  }

  /** So many more, or less, in a bucket of the baseline. */
  public void changeBaseline(int bucket, long by) {
    baseline += by;
    change(bucket, 1, by);
  }

  /** How many numbers the window has. */
  public long current() {
    return current;
  }

  /** How many numbers the baseline has. */
  public long baseline() {
    return baseline;
  }

  /** How many buckets there are at most, in the order of the numbers; not all are in use. */
  public int size() {
    return pages.length * PAGE;
  }

  /** How many numbers of the window fell into the bucket at a place. */
  public long current(int at) {
    return count(at >> PAGE_BITS, 2 * (at & (PAGE - 1)));
  }

  /** How many numbers of the baseline fell into the bucket at a place. */
  public long baseline(int at) {
    return count(at >> PAGE_BITS, 2 * (at & (PAGE - 1)) + 1);
  }

  private long count(int page, int at) {
    if (isWide) {
      long[] counts = wide[page];
      return counts == null ? 0 : counts[at];
    }
    int[] counts = pages[page];
    return counts == null ? 0 : counts[at];
  }

  private void change(int bucket, int side, long by) {
    int at = (bucket >> PAGE_BITS) - first;
    if (at < 0 || at >= pages.length) {
      at = cover(bucket >> PAGE_BITS);
    }
    sums[2 * at + side] += by;
    int place = 2 * (bucket & (PAGE - 1)) + side;
    if (isWide || current > Integer.MAX_VALUE || baseline > Integer.MAX_VALUE) {
      changeWide(at, place, by);
      return;
    }
    int[] page = pages[at];
    if (page == null) {
      page = new int[2 * PAGE];
      pages[at] = page;
    }
    page[place] += (int) by;
  }

  private void changeWide(int at, int place, long by) {
    if (!isWide) {
      widen();
    }
    long[] page = wide[at];
    if (page == null) {
      page = new long[2 * PAGE];
      wide[at] = page;
    }
    page[place] += by;
  }

  private void widen() {
    isWide = true;
    wide = new long[pages.length][];
    for (int i = 0; i < pages.length; i++) {
      int[] page = pages[i];
      wide[i] = page == null ? null : Arrays.stream(page).asLongStream().toArray();
      pages[i] = null;
    }
  }

  /** Makes place for a page, and some more on that side. */
  private int cover(int page) {
    boolean none = pages.length == 0;
    int end = first + pages.length;
    int from = none || page < first ? page - MARGIN : first;
    int until = none || page >= end ? page + MARGIN + 1 : end;
    long[] moved = new long[2 * (until - from)];
    int[] @Nullable [] covering = new int[until - from][];
    if (isWide) {
      long[] @Nullable [] more = new long[until - from][];
      System.arraycopy(wide, 0, more, first - from, wide.length);
      wide = more;
    }
    if (!none) {
      System.arraycopy(sums, 0, moved, 2 * (first - from), sums.length);
      System.arraycopy(pages, 0, covering, first - from, pages.length);
    }
    sums = moved;
    pages = covering;
    first = from;
    return page - from;
  }

  /** As {@link HistogramState#largestDistance}. */
  public double largestDistance() {
    if (current == 0 || baseline == 0) {
      return Double.NaN;
    }
    return isWide ? walk() : (double) farthest() / (current * baseline);
  }

  /** In parts of the product of both totals. */
  private long farthest() {
    long most = 0;
    long here = 0;
    long there = 0;
    for (int i = 0; i < sums.length; i += 2) {
      here += sums[i] * baseline;
      there += sums[i + 1] * current;
      most = Math.max(most, Math.abs(here - there));
    }
    here = 0;
    there = 0;
    for (int i = 0; i < sums.length; i += 2) {
      long hereAfter = here + sums[i] * baseline;
      long thereAfter = there + sums[i + 1] * current;
      if (Math.max(hereAfter - there, thereAfter - here) > most) {
        most = Math.max(most, inside(i / 2, here, there));
      }
      here = hereAfter;
      there = thereAfter;
    }
    return most;
  }

  private long inside(int page, long hereBefore, long thereBefore) {
    int[] counts = pages[page];
    if (counts == null) {
      return 0;
    }
    long most = 0;
    long here = hereBefore;
    long there = thereBefore;
    for (int i = 0; i < 2 * PAGE; i += 2) {
      here += counts[i] * baseline;
      there += counts[i + 1] * current;
      most = Math.max(most, Math.abs(here - there));
    }
    return most;
  }

  /** Bucket by bucket, where there are or were more numbers than their product could be told. */
  private double walk() {
    Distance distance = new Distance(current, baseline);
    for (int i = 0; i < size(); i++) {
      distance.step(current(i), baseline(i));
    }
    return distance.largest();
  }
}
