package dev.tocsin.aggregate;

import java.util.Arrays;

/**
 * Which buckets the numbers of one pane fell into, 8 bytes for each number until they are {@link
 * #settle}d: then place by place, and of a place with many numbers each bucket once.
 */
final class BucketLog {
  private static final int BUCKET_BITS = 16;
  private static final int BUCKET_ZERO = 1 << (BUCKET_BITS - 1);
  private static final int COUNT_BITS = 20;
  private static final int MOST = (1 << COUNT_BITS) - 1;
  private static final int SLOT_SHIFT = BUCKET_BITS + COUNT_BITS;
  private static final int INITIAL = 16;

  /** With fewer numbers at a place it is not worth looking for equal buckets. */
  private static final int MANY = 64;

  private static final int UNSETTLED = 1 << 16;

  final long index;
  private long[] entries = new long[INITIAL];
  private int size;
  private int limit = UNSETTLED;

  BucketLog(long index) {
    this.index = index;
  }

  int size() {
    return size;
  }

  int slot(int entry) {
    return (int) (entries[entry] >>> SLOT_SHIFT);
  }

  int bucket(int entry) {
    return ((int) (entries[entry] >>> COUNT_BITS) & 0xFFFF) - BUCKET_ZERO;
  }

  int count(int entry) {
    return (int) entries[entry] & MOST;
  }

  /** Adds a number; the bucket has 16 bits. */
  void add(int slot, int bucket, int count) {
    if (size == limit) {
      settle();
      limit = Math.max(UNSETTLED, 2 * size);
    }
    append((long) slot << SLOT_SHIFT | (long) (bucket + BUCKET_ZERO) << COUNT_BITS | count);
  }

  private void append(long entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, Math.max(INITIAL, 2 * size));
    }
    entries[size++] = entry;
  }

  /** Sorts the numbers by their places, and gives back memory, since hardly any will follow. */
  void settle() {
    int slots = 0;
    for (int i = 0; i < size; i++) {
      slots = Math.max(slots, slot(i) + 1);
    }
    int[] ends = new int[slots + 1];
    for (int i = 0; i < size; i++) {
      ends[slot(i) + 1]++;
    }
    for (int i = 0; i < slots; i++) {
      ends[i + 1] += ends[i];
    }
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[ends[slot(i)]++] = entries[i];
    }
    entries = sorted;
    merge(ends, slots);
  }

  /**
   * @param ends where the entries of each place end
   */
  private void merge(int[] ends, int slots) {
    int kept = 0;
    int from = 0;
    for (int slot = 0; slot < slots; slot++) {
      int until = ends[slot];
      if (until - from < MANY) {
        System.arraycopy(entries, from, entries, kept, until - from);
        kept += until - from;
      } else {
        kept = merge(from, until, kept);
      }
      from = until;
    }
    size = kept;
    if (kept < entries.length - entries.length / 4) {
      entries = Arrays.copyOf(entries, kept);
    }
  }

  /** The same of one place; the new end. */
  private int merge(int from, int until, int into) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int i = from; i < until; i++) {
      low = Math.min(low, bucket(i));
      high = Math.max(high, bucket(i));
    }
    long[] counts = new long[high - low + 1];
    for (int i = from; i < until; i++) {
      counts[bucket(i) - low] += count(i);
    }
    long place = (long) slot(from) << SLOT_SHIFT;
    int kept = into;
    for (int i = 0; i < counts.length; i++) {
      long bucket = (long) (low + i + BUCKET_ZERO) << COUNT_BITS;
      for (long left = counts[i]; left > 0; left -= MOST) {
        entries[kept++] = place | bucket | Math.min(left, MOST);
      }
    }
    return kept;
  }
}
