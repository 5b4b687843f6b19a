package dev.tocsin.aggregate;

import java.util.Arrays;

/**
 * What groups folded in one pane, entry after entry. A group may have more than one entry, which
 * then add up.
 */
final class PaneLog {
  private static final int INITIAL = 16;
  private static final int WORTH_TRIMMING = 1024;

  private final boolean hasSums;
  long index;
  int size;
  int[] slots = new int[INITIAL];
  int[] counts = new int[INITIAL];
  long[] sums;

  /**
   * @param hasSums whether numbers are added up, not only counted
   */
  PaneLog(boolean hasSums) {
    this.hasSums = hasSums;
    this.sums = new long[hasSums ? INITIAL : 0];
  }

  /** Begins anew for another pane. */
  PaneLog begin(long pane) {
    index = pane;
    size = 0;
    return this;
  }

  /** Adds an entry; its place. */
  int append(int slot, int count, long sum) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      sums = hasSums ? Arrays.copyOf(sums, 2 * size) : sums;
    }
    slots[size] = slot;
    counts[size] = count;
    if (hasSums) {
      sums[size] = sum;
    }
    return size++;
  }

  /** Adds a number to an entry, unless that would be too much for one. */
  boolean extend(int entry, long value) {
    if (counts[entry] == Integer.MAX_VALUE) {
      return false;
    }
    if (hasSums) {
      long sum = sums[entry] + value;
      if (((sums[entry] ^ sum) & (value ^ sum)) < 0) {
        return false;
      }
      sums[entry] = sum;
    }
    counts[entry]++;
    return true;
  }

  /** Gives back memory, since hardly any entries will follow. */
  void trim() {
    if (size >= WORTH_TRIMMING && size < slots.length - slots.length / 4) {
      slots = Arrays.copyOf(slots, size);
      counts = Arrays.copyOf(counts, size);
      sums = hasSums ? Arrays.copyOf(sums, size) : sums;
    }
  }

  long sum(int entry) {
    return hasSums ? sums[entry] : 0;
  }
}
