package dev.tocsin.aggregate;

import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.Numbers;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;

/** A window object for each group: for totals, and for what does not lie in arrays. */
final class WindowStates implements GroupStates {
  private static final int INITIAL = 1;

  private final WindowShape shape;
  private final IntFunction<FoldKind> kinds;
  private Window[] windows = new Window[INITIAL];

  /** The earliest time at which each waits to be looked at. */
  private long[] scheduled = new long[INITIAL];

  private final DueHeap due = new DueHeap();

  /**
   * @param kinds what is folded for a group
   */
  WindowStates(WindowShape shape, IntFunction<FoldKind> kinds) {
    this.shape = shape;
    this.kinds = kinds;
  }

  @Override
  public void open(int slot) {
    if (slot >= windows.length) {
      int length = Math.max(slot + 1, 2 * windows.length);
      windows = Arrays.copyOf(windows, length);
      scheduled = Arrays.copyOf(scheduled, length);
    }
    windows[slot] = shape.open(kinds.apply(slot));
    scheduled[slot] = Window.NEVER;
  }

  @Override
  public void add(int slot, long stampNanos, long value) {
    windows[slot].add(stampNanos, value);
  }

  @Override
  public boolean addAll(int slot, long fromNanos, long untilNanos, Numbers numbers) {
    return windows[slot].addAll(fromNanos, untilNanos, numbers);
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    for (int i = 0; i < size; i++) {
      windows[slots[i]].add(stamps[i], values[i]);
    }
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    while (!due.isEmpty() && due.time() <= tick) {
      int slot = due.slot();
      if (scheduled[slot] == due.time()) { // else it was scheduled anew, earlier
        scheduled[slot] = Window.NEVER;
        changed.add(slot);
      }
      due.remove();
    }
  }

  @Override
  public void settle(int slot, long tick) {
    windows[slot].advance(tick);
  }

  @Override
  public void schedule(int slot) {
    long next = windows[slot].nextChange();
    if (next < scheduled[slot]) {
      scheduled[slot] = next;
      due.add(next, slot);
    }
  }

  @Override
  public long nextChange() {
    return due.isEmpty() ? Window.NEVER : due.time();
  }

  @Override
  public boolean isEmpty(int slot) {
    return windows[slot].isEmpty();
  }

  @Override
  public long samples(int slot) {
    return windows[slot].current().samples();
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    return Statistics.read(reading, windows[slot]);
  }

  @Override
  public double drifted(int slot) {
    Window window = windows[slot];
    return window.current().samples() == 0
            || window.baseline().samples() < Function.MIN_BASELINE_SAMPLES
        ? Double.POSITIVE_INFINITY
        : window.drifted();
  }

  @Override
  @SuppressWarnings("NullAway") // nobody asks for a group that is forgotten
  public void forget(int slot) {
    windows[slot] = null;
    scheduled[slot] = Window.NEVER;
  }

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    for (int slot : slots) {
      windows[slot].writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    for (int slot : slots) {
      windows[slot].readFrom(in);
    }
  }
}
