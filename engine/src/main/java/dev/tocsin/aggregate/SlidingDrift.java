package dev.tocsin.aggregate;

import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.PairedBuckets;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Distances between the distributions of many groups' windows and those of their baselines. A pane
 * is a log of which group's number fell into which bucket; what leaves the window enters the
 * baseline.
 */
final class SlidingDrift implements GroupStates {
  private final Sliding shape;
  private final IntFunction<FoldKind> kinds;

  /** In the order of time, those of the baseline first. */
  private final List<BucketLog> panes = new ArrayList<>();

  private @Nullable PairedBuckets[] totals = new PairedBuckets[1];

  /** How far the distribution functions of each may have moved. */
  private double[] drifted = new double[1];

  /** The first pane of the window; before the first tick nothing has left it. */
  private long currentFrom = Long.MIN_VALUE;

  /**
   * @param kinds what is folded for a group
   */
  SlidingDrift(Sliding shape, IntFunction<FoldKind> kinds) {
    this.shape = shape;
    this.kinds = kinds;
  }

  /** Whether a window can be kept so. */
  static boolean suffices(Sliding shape) {
    return shape.offsetNanos() == 0 && shape.baselineNanos() > 0;
  }

  @Override
  public void open(int slot) {
    if (slot >= totals.length) {
      int length = Math.max(slot + 1, 2 * totals.length);
      totals = Arrays.copyOf(totals, length);
      drifted = Arrays.copyOf(drifted, length);
    }
    totals[slot] = new PairedBuckets(kinds.apply(slot));
    drifted[slot] = 0;
  }

  @Override
  public void add(int slot, long stampNanos, long value) {
    long index = Math.floorDiv(stampNanos, shape.paneNanos());
    if (index >= baselineFrom(currentFrom)) {
      enter(pane(index), slot, total(slot).bucket(value), 1);
    }
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    long index = Math.floorDiv(fromNanos, shape.paneNanos());
    if (index < currentFrom || untilNanos > (index + 1) * shape.paneNanos()) {
      for (int i = 0; i < size; i++) {
        add(slots[i], stamps[i], values[i]);
      }
      return;
    }
    BucketLog pane = pane(index);
    for (int i = 0; i < size; i++) {
      enter(pane, slots[i], total(slots[i]).bucket(values[i]), 1);
    }
  }

  private void enter(BucketLog pane, int slot, int bucket, int count) {
    PairedBuckets total = total(slot);
    pane.add(slot, bucket, count);
    if (pane.index >= currentFrom) {
      total.changeCurrent(bucket, count);
      drifted[slot] += (double) count / total.current();
    } else {
      total.changeBaseline(bucket, count);
      drifted[slot] += (double) count / total.baseline();
    }
  }

  private long baselineFrom(long current) {
    return current == Long.MIN_VALUE
        ? Long.MIN_VALUE
        : current - shape.baselineNanos() / shape.paneNanos();
  }

  /** The pane of an index, which there is from now on. */
  private BucketLog pane(long index) {
    int at = panes.size();
    while (at > 0 && panes.get(at - 1).index > index) {
      at--;
    }
    if (at > 0 && panes.get(at - 1).index == index) {
      return panes.get(at - 1);
    }
    if (at == panes.size() && at > 0) {
      panes.get(at - 1).settle();
    }
    BucketLog opened = new BucketLog(index);
    panes.add(at, opened);
    return opened;
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    long next = Math.floorDiv(tick - shape.lengthNanos(), shape.paneNanos());
    if (next <= currentFrom) {
      return;
    }
    long kept = baselineFrom(next);
    int gone = 0;
    for (int i = 0; i < panes.size() && panes.get(i).index < next; i++) {
      BucketLog pane = panes.get(i);
      boolean wasCurrent = pane.index >= currentFrom;
      boolean isGone = pane.index < kept;
      gone += isGone ? 1 : 0;
      if (wasCurrent || isGone) {
        move(pane, wasCurrent, isGone, changed);
      }
    }
    panes.subList(0, gone).clear();
    currentFrom = next;
  }

  /** Takes a pane out of the window, or the baseline, and out of all or into the baseline. */
  private void move(BucketLog pane, boolean wasCurrent, boolean isGone, SlotSet changed) {
    for (int i = 0; i < pane.size(); i++) {
      int slot = pane.slot(i);
      int count = pane.count(i);
      PairedBuckets total = total(slot);
      if (wasCurrent) {
        drifted[slot] += (double) count / total.current();
        total.changeCurrent(pane.bucket(i), -count);
      } else {
        drifted[slot] += (double) count / total.baseline();
        total.changeBaseline(pane.bucket(i), -count);
      }
      if (!isGone) {
        total.changeBaseline(pane.bucket(i), count);
        drifted[slot] += (double) count / total.baseline();
      }
      changed.add(slot);
    }
  }

  @Override
  public long nextChange() {
    long next = Window.NEVER;
    if (!panes.isEmpty() && panes.get(0).index < currentFrom) {
      next = leaves(panes.get(0)) + shape.baselineNanos();
    }
    int first = firstCurrent();
    return first < panes.size() ? Math.min(next, leaves(panes.get(first))) : next;
  }

  private long leaves(BucketLog pane) {
    return (pane.index + 1) * shape.paneNanos() + shape.lengthNanos();
  }

  private int firstCurrent() {
    int low = 0;
    int high = panes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (panes.get(middle).index < currentFrom) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean isEmpty(int slot) {
    PairedBuckets total = total(slot);
    return total.current() == 0 && total.baseline() == 0;
  }

  @Override
  public long samples(int slot) {
    return total(slot).current();
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    return isComparable(total(slot)) ? Statistics.ofPairs(reading, total(slot)) : Double.NaN;
  }

  @Override
  public double drifted(int slot) {
    return isComparable(total(slot)) ? drifted[slot] : Double.POSITIVE_INFINITY;
  }

  private static boolean isComparable(PairedBuckets total) {
    return total.current() > 0 && total.baseline() >= Function.MIN_BASELINE_SAMPLES;
  }

  @Override
  public void forget(int slot) {
    totals[slot] = null;
  }

  @SuppressWarnings("NullAway") // nobody asks for a group that is not open
  private PairedBuckets total(int slot) {
    return totals[slot];
  }

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    int[] order = new int[totals.length];
    Arrays.fill(order, -1);
    for (int i = 0; i < slots.length; i++) {
      order[slots[i]] = i;
    }
    out.writeLong(currentFrom);
    out.writeInt(panes.size());
    for (BucketLog pane : panes) {
      out.writeLong(pane.index);
      for (int i = 0; i < pane.size(); i++) {
        if (order[pane.slot(i)] >= 0) {
          out.writeInt(order[pane.slot(i)]);
          out.writeInt(pane.bucket(i));
          out.writeInt(pane.count(i));
        }
      }
      out.writeInt(-1);
    }
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    currentFrom = Math.max(currentFrom, in.readLong());
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      for (int slot = in.readInt(); slot >= 0; slot = in.readInt()) {
        enter(pane(index), slots[slot], in.readInt(), in.readInt());
      }
    }
  }
}
