package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.SortedSamples;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of many groups in a sliding window. A group with few numbers keeps the numbers
 * themselves, sorted; its percentiles are those of their buckets, so that they read the same as
 * those of a group with many, which gets a window of histograms. Each pane knows which groups have
 * numbers in it. A group with few takes about 30 bytes and 12 for each number.
 */
final class SlidingSamples implements GroupStates {
  private final Sliding shape;
  private final FoldKind kind;
  private final PaneLogs panes;
  private long lastTick = Long.MIN_VALUE;

  /** Groups that lost numbers when time jumped so far that panes could not be told apart. */
  private final SlotSet left = new SlotSet();

  private @Nullable SortedSamples[] few = new SortedSamples[1];
  private @Nullable Window[] many = new Window[0];

  /** The number of the last pane that knows of a group. */
  private long[] noted = new long[1];

  SlidingSamples(Sliding shape, FoldKind kind) {
    this.shape = shape;
    this.kind = kind;
    this.panes = new PaneLogs(shape, false, pane -> {});
  }

  /** Whether a kind of fold in a window can be kept so. */
  static boolean suffice(Sliding shape, FoldKind kind) {
    return (kind == FoldKind.LOG_HISTOGRAM || kind == FoldKind.SCORE_HISTOGRAM)
        && shape.lengthNanos() / shape.paneNanos() < SortedSamples.MOST_PANES;
  }

  @Override
  public void open(int slot) {
    if (slot >= few.length) {
      int length = Math.max(slot + 1, 2 * few.length);
      few = Arrays.copyOf(few, length);
      noted = Arrays.copyOf(noted, length);
    }
    few[slot] = null;
    noted[slot] = Long.MIN_VALUE;
  }

  @Override
  public void add(int slot, long stampNanos, long value) {
    long index = panes.indexOf(stampNanos);
    if (panes.isGone(index)) {
      return;
    }
    if (index - SortedSamples.MOST_PANES > panes.oldest()) {
      panes.drop(index - SortedSamples.MOST_PANES, pane -> leave(pane, left));
    }
    if (noted[slot] != index) {
      noted[slot] = index;
      panes.open(index).append(slot, 0, 0);
    }
    Window large = large(slot);
    if (large != null) {
      large.add(stampNanos, value);
      return;
    }
    SortedSamples samples = few[slot];
    if (samples == null) {
      samples = new SortedSamples();
      few[slot] = samples;
    }
    if (!samples.add(index, value)) {
      grow(slot, samples).add(stampNanos, value);
    }
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    for (int i = 0; i < size; i++) {
      add(slots[i], stamps[i], values[i]);
    }
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    lastTick = tick;
    for (int i = 0; i < left.size(); i++) {
      changed.add(left.get(i));
    }
    left.clear();
    panes.advance(tick, pane -> leave(pane, changed));
  }

  private void leave(PaneLog pane, SlotSet changed) {
    for (int i = 0; i < pane.size; i++) {
      SortedSamples samples = few[pane.slots[i]];
      if (samples != null) {
        samples.remove(pane.index);
      }
      changed.add(pane.slots[i]);
    }
  }

  @Override
  public void settle(int slot, long tick) {
    Window large = large(slot);
    if (large != null) {
      large.advance(tick);
    }
  }

  @Override
  public long nextChange() {
    return left.isEmpty() ? panes.nextChange() : Long.MIN_VALUE; // at the next tick
  }

  @Override
  public boolean isEmpty(int slot) {
    Window large = large(slot);
    return large == null ? samples(slot) == 0 : large.isEmpty();
  }

  @Override
  public long samples(int slot) {
    Window large = large(slot);
    if (large != null) {
      return large.current().samples();
    }
    SortedSamples samples = few[slot];
    return samples == null ? 0 : samples.size();
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    Window large = large(slot);
    if (large != null) {
      return Statistics.read(reading, large);
    }
    SortedSamples samples = few[slot];
    if (samples == null || samples.size() == 0) {
      return Double.NaN;
    }
    return samples.percentile(kind, ((Statistic.Percentile) reading.statistic()).quantile());
  }

  @Override
  public void forget(int slot) {
    few[slot] = null;
    if (slot < many.length) {
      many[slot] = null;
    }
  }

  private @Nullable Window large(int slot) {
    return slot < many.length ? many[slot] : null;
  }

  /** Gives a group that has too many numbers a window of its own. */
  private Window grow(int slot, SortedSamples samples) {
    Window window = shape.open(kind);
    if (lastTick != Long.MIN_VALUE) {
      window.advance(lastTick);
    }
    long newest = panes.newest();
    for (int i = 0; i < samples.size(); i++) {
      window.add(samples.pane(i, newest) * shape.paneNanos(), samples.value(i));
    }
    large(slot, window);
    return window;
  }

  private void large(int slot, Window window) {
    if (slot >= many.length) {
      many = Arrays.copyOf(many, Math.max(slot + 1, 2 * many.length));
    }
    many[slot] = window;
    few[slot] = null;
  }

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    panes.writeTo(out, slots);
    out.writeLong(lastTick);
    long newest = panes.newest();
    for (int slot : slots) {
      Window large = large(slot);
      out.writeBoolean(large != null);
      if (large != null) {
        large.writeTo(out);
        continue;
      }
      SortedSamples samples = few[slot];
      int size = samples == null ? 0 : samples.size();
      out.writeInt(size);
      for (int i = 0; samples != null && i < size; i++) {
        out.writeLong(samples.pane(i, newest));
        out.writeLong(samples.value(i));
      }
    }
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    panes.readFrom(
        in,
        slots,
        (pane, slot, count, sum) -> {
          pane.append(slot, 0, 0);
          noted[slot] = pane.index;
        });
    lastTick = in.readLong();
    for (int slot : slots) {
      if (in.readBoolean()) {
        Window window = shape.open(kind);
        window.readFrom(in);
        large(slot, window);
        continue;
      }
      SortedSamples samples = new SortedSamples();
      for (int left = in.readInt(); left > 0; left--) {
        samples.add(in.readLong(), in.readLong());
      }
      few[slot] = samples;
    }
  }
}
