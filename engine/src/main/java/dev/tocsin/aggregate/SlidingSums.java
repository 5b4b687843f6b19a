package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts and sums of many groups in a sliding window. A pane is a log of what each group folded in
 * it, so that the row of panes is also the list of which groups change when a pane leaves, and an
 * idle group costs nothing. A group takes 28 bytes, and 16 (a count: 8) for each pane that it has
 * numbers in.
 */
final class SlidingSums implements GroupStates {
  private final SumTotals totals;
  private final PaneLogs panes;

  /** The entry of each group in the newest pane, counted from 1; 0 for none. */
  private int[] entries = new int[1];

  SlidingSums(Sliding shape, FoldKind kind) {
    this.totals = new SumTotals(kind);
    this.panes = new PaneLogs(shape, totals.hasSums(), this::forgetEntries);
  }

  private void forgetEntries(PaneLog closed) {
    for (int i = 0; i < closed.size; i++) {
      entries[closed.slots[i]] = 0;
    }
  }

  @Override
  public void open(int slot) {
    totals.open(slot);
    if (slot >= entries.length) {
      entries = Arrays.copyOf(entries, Math.max(slot + 1, 2 * entries.length));
    }
    entries[slot] = 0;
  }

  @Override
  public void add(int slot, long stampNanos, long value) {
    long index = panes.indexOf(stampNanos);
    if (!panes.isGone(index)) {
      add(panes.open(index), slot, value);
    }
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    long index = panes.indexOf(fromNanos);
    if (!panes.isOnePane(fromNanos, untilNanos)) {
      for (int i = 0; i < size; i++) {
        add(slots[i], stamps[i], values[i]);
      }
    } else if (!panes.isGone(index)) {
      PaneLog pane = panes.open(index);
      for (int i = 0; i < size; i++) {
        add(pane, slots[i], values[i]);
      }
    }
  }

  private void add(PaneLog pane, int slot, long value) {
    totals.add(slot, 1, value);
    if (!panes.isNewest(pane)) {
      pane.append(slot, 1, value);
      return;
    }
    int entry = entries[slot];
    if (entry == 0 || !pane.extend(entry - 1, value)) {
      entries[slot] = pane.append(slot, 1, value) + 1;
    }
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    panes.advance(
        tick,
        pane -> {
          for (int i = 0; i < pane.size; i++) {
            totals.subtract(pane.slots[i], pane.counts[i], pane.sum(i));
            changed.add(pane.slots[i]);
          }
        });
  }

  @Override
  public long nextChange() {
    return panes.nextChange();
  }

  @Override
  public boolean isEmpty(int slot) {
    return totals.count(slot) == 0;
  }

  @Override
  public long samples(int slot) {
    return totals.count(slot);
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    return totals.read(reading, slot);
  }

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    panes.writeTo(out, slots);
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    panes.readFrom(
        in,
        slots,
        (pane, slot, count, sum) -> {
          int entry = pane.append(slot, count, sum) + 1;
          entries[slot] = panes.isNewest(pane) ? entry : 0;
          totals.add(slot, count, sum);
        });
  }
}
