package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.Numbers;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Counts and sums of many groups in a sliding window. A pane is a log of what each group folded in
 * it, so that the row of panes is also the list of which groups change when a pane leaves, and an
 * idle group costs nothing. A group takes 28 bytes, and 16 (a count: 8) for each pane that it has
 * numbers in.
 */
final class SlidingSums implements GroupStates {
  private static final int MOST_SPARE = 2;

  private final Sliding shape;
  private final SumTotals totals;
  private final List<PaneLog> panes = new ArrayList<>();
  private final Deque<PaneLog> spare = new ArrayDeque<>();
  private long from = Long.MIN_VALUE;

  /** The entry of each group in the newest pane, counted from 1; 0 for none. */
  private int[] entries = new int[1];

  SlidingSums(Sliding shape, FoldKind kind) {
    this.shape = shape;
    this.totals = new SumTotals(kind);
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
    long index = Math.floorDiv(stampNanos, shape.paneNanos());
    if (index >= from) {
      add(pane(index), slot, value);
    }
  }

  @Override
  public boolean addAll(int slot, long fromNanos, long untilNanos, Numbers numbers) {
    return false;
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    long index = Math.floorDiv(fromNanos, shape.paneNanos());
    if (untilNanos > (index + 1) * shape.paneNanos()) {
      for (int i = 0; i < size; i++) {
        add(slots[i], stamps[i], values[i]);
      }
    } else if (index >= from) {
      PaneLog pane = pane(index);
      for (int i = 0; i < size; i++) {
        add(pane, slots[i], values[i]);
      }
    }
  }

  private void add(PaneLog pane, int slot, long value) {
    totals.add(slot, 1, value);
    if (pane != panes.get(panes.size() - 1)) {
      pane.append(slot, 1, value);
      return;
    }
    int entry = entries[slot];
    if (entry == 0 || !pane.extend(entry - 1, value)) {
      entries[slot] = pane.append(slot, 1, value) + 1;
    }
  }

  /** The pane of an index, which there is from now on. */
  private PaneLog pane(long index) {
    int at = panes.size();
    while (at > 0 && panes.get(at - 1).index > index) {
      at--;
    }
    if (at > 0 && panes.get(at - 1).index == index) {
      return panes.get(at - 1);
    }
    if (at == panes.size() && at > 0) {
      closeNewest();
    }
    PaneLog reused = spare.poll();
    PaneLog opened = (reused == null ? new PaneLog(totals.hasSums()) : reused).begin(index);
    panes.add(at, opened);
    return opened;
  }

  private void closeNewest() {
    PaneLog newest = panes.get(panes.size() - 1);
    for (int i = 0; i < newest.size; i++) {
      entries[newest.slots[i]] = 0;
    }
    newest.trim();
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    long first = Math.floorDiv(tick - shape.lengthNanos(), shape.paneNanos());
    if (first <= from) {
      return;
    }
    from = first;
    int gone = 0;
    while (gone < panes.size() && panes.get(gone).index < first) {
      gone++;
    }
    if (gone == panes.size() && gone > 0) {
      closeNewest();
    }
    for (PaneLog pane : panes.subList(0, gone)) {
      for (int i = 0; i < pane.size; i++) {
        totals.subtract(pane.slots[i], pane.counts[i], pane.sum(i));
        changed.add(pane.slots[i]);
      }
      if (spare.size() < MOST_SPARE) {
        spare.add(pane);
      }
    }
    panes.subList(0, gone).clear();
  }

  @Override
  public void settle(int slot, long tick) {}

  @Override
  public void schedule(int slot) {}

  @Override
  public long nextChange() {
    return panes.isEmpty()
        ? Window.NEVER
        : (panes.get(0).index + 1) * shape.paneNanos() + shape.lengthNanos();
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
  public void forget(int slot) {}

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    out.writeLong(from);
    int[] order = new int[entries.length];
    for (int i = 0; i < slots.length; i++) {
      order[slots[i]] = i;
    }
    out.writeInt(panes.size());
    for (PaneLog pane : panes) {
      out.writeLong(pane.index);
      out.writeInt(pane.size);
      for (int i = 0; i < pane.size; i++) {
        out.writeInt(order[pane.slots[i]]);
        out.writeInt(pane.counts[i]);
        out.writeLong(pane.sum(i));
      }
    }
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    from = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      PaneLog pane = pane(in.readLong());
      for (int entry = in.readInt(); entry > 0; entry--) {
        int slot = slots[in.readInt()];
        int count = in.readInt();
        long sum = in.readLong();
        entries[slot] = pane.append(slot, count, sum) + 1;
        totals.add(slot, count, sum);
      }
    }
  }
}
