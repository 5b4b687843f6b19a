package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import java.util.Arrays;

/**
 * Count and sum of each group in one array: 24 bytes a group. Sums have 128 bits. For counts and
 * shares the sum is nothing, or how often it was true.
 */
final class SumTotals {
  private static final int STRIDE = 3;
  private static final int INITIAL = 16;

  private final boolean counts;
  private long[] totals = new long[INITIAL * STRIDE];

  SumTotals(FoldKind kind) {
    this.counts = kind == FoldKind.COUNT;
  }

  /** Whether a kind of fold is no more than a count and a sum. */
  static boolean suffice(FoldKind kind) {
    return kind == FoldKind.COUNT || kind == FoldKind.SUM || kind == FoldKind.RATIO;
  }

  boolean hasSums() {
    return !counts;
  }

  void open(int slot) {
    if ((slot + 1) * STRIDE > totals.length) {
      totals = Arrays.copyOf(totals, Math.max((slot + 1) * STRIDE, 2 * totals.length));
    }
    clear(slot);
  }

  void clear(int slot) {
    int at = slot * STRIDE;
    totals[at] = 0;
    totals[at + 1] = 0;
    totals[at + 2] = 0;
  }

  void add(int slot, long count, long value) {
    int at = slot * STRIDE;
    totals[at] += count;
    if (counts) {
      return;
    }
    long low = totals[at + 1] + value;
    totals[at + 1] = low;
    totals[at + 2] += (value >> 63) + (Long.compareUnsigned(low, value) < 0 ? 1 : 0);
  }

  void subtract(int slot, long count, long value) {
    int at = slot * STRIDE;
    totals[at] -= count;
    long low = totals[at + 1];
    totals[at + 1] = low - value;
    totals[at + 2] -= (value >> 63) + (Long.compareUnsigned(low, value) < 0 ? 1 : 0);
  }

  long count(int slot) {
    return totals[slot * STRIDE];
  }

  long low(int slot) {
    return totals[slot * STRIDE + 1];
  }

  long high(int slot) {
    return totals[slot * STRIDE + 2];
  }

  void set(int slot, long count, long low, long high) {
    int at = slot * STRIDE;
    totals[at] = count;
    totals[at + 1] = low;
    totals[at + 2] = high;
  }

  double read(ReadingPlan reading, int slot) {
    int at = slot * STRIDE;
    return Statistics.ofTotals(reading, totals[at], totals[at + 2], totals[at + 1]);
  }
}
