package dev.tocsin.window;

import java.util.Arrays;

/**
 * The numbers of a group that has few in a sliding window, sorted, each with the pane it belongs
 * to: 8 bytes a number. The number of a rank lies in the bucket of that rank, so percentiles are
 * those that a {@link HistogramState} of the same numbers reads.
 */
public final class SortedSamples {
  /** A window of so many panes or more cannot tell them apart. */
  public static final int MOST_PANES = 1 << 15;

  /** How many numbers there are at most. */
  public static final int MOST = 64;

  private static final int PANE_BITS = 16;
  private static final long PANE_MASK = (1L << PANE_BITS) - 1;
  private static final int INITIAL = 2;

  /** The number above, the last bits of the pane below. */
  private long[] entries = new long[INITIAL];

  private int size;

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * Adds one.
   *
   * @return false when there are too many, or it is negative or larger than 47 bits
   */
  public boolean add(long pane, long value) {
    if (size == MOST || value < 0 || value >>> (Long.SIZE - 1 - PANE_BITS) != 0) {
      return false;
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size < 2 * INITIAL ? 2 * size : size + size / 2);
    }
    long entry = value << PANE_BITS | (pane & PANE_MASK);
    int at = size;
    while (at > 0 && entries[at - 1] > entry) {
      at--;
    }
    System.arraycopy(entries, at, entries, at + 1, size - at);
    entries[at] = entry;
    size++;
    return true;
  }

  /** Takes out those of a pane. */
  public void remove(long pane) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if ((entries[i] & PANE_MASK) != (pane & PANE_MASK)) {
        entries[kept++] = entries[i];
      }
    }
    size = kept;
  }

  /** The number at a place, sorted. */
  public long value(int at) {
    return entries[at] >> PANE_BITS;
  }

  /**
   * Its pane.
   *
   * @param newest the newest pane that there is
   */
  public long pane(int at, long newest) {
    return newest - ((newest - entries[at]) & PANE_MASK);
  }

  /** As {@link HistogramState#percentile} of the same numbers; there must be one. */
  public double percentile(FoldKind kind, double quantile) {
    Buckets buckets = kind == FoldKind.SCORE_HISTOGRAM ? Buckets.SCORE : Buckets.LOGARITHMIC;
    long ranked = value((int) HistogramState.rank(quantile, size) - 1);
    long middle = buckets.middle(buckets.of(ranked));
    return HistogramState.within(middle, value(0), value(size - 1));
  }
}
