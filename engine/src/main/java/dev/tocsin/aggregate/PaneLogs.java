package dev.tocsin.aggregate;

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
import java.util.function.Consumer;

/** The panes of a sliding window for many groups, in the order of time. */
final class PaneLogs {
  private static final int MOST_SPARE = 2;

  private final Sliding shape;
  private final boolean hasSums;
  private final Consumer<PaneLog> closed;
  private final List<PaneLog> panes = new ArrayList<>();
  private final Deque<PaneLog> spare = new ArrayDeque<>();
  private long from = Long.MIN_VALUE;

  /**
   * @param hasSums whether numbers are added up, not only counted
   * @param closed hears of the newest pane when another one takes its place, or none
   */
  PaneLogs(Sliding shape, boolean hasSums, Consumer<PaneLog> closed) {
    this.shape = shape;
    this.hasSums = hasSums;
    this.closed = closed;
  }

  /** The pane of a stamp. */
  long indexOf(long stampNanos) {
    return Math.floorDiv(stampNanos, shape.paneNanos());
  }

  /** Whether a stretch of time lies in one pane. */
  boolean isOnePane(long fromNanos, long untilNanos) {
    return untilNanos <= (indexOf(fromNanos) + 1) * shape.paneNanos();
  }

  /** Whether a pane has left the window. */
  boolean isGone(long index) {
    return index < from;
  }

  /** Whether it is the newest of all. */
  boolean isNewest(PaneLog pane) {
    return pane == panes.get(panes.size() - 1);
  }

  /** The index of the newest; 0 when there is none. */
  long newest() {
    return panes.isEmpty() ? 0 : panes.get(panes.size() - 1).index;
  }

  /** The pane of an index, which there is from now on. */
  PaneLog open(long index) {
    int at = panes.size();
    while (at > 0 && panes.get(at - 1).index > index) {
      at--;
    }
    if (at > 0 && panes.get(at - 1).index == index) {
      return panes.get(at - 1);
    }
    if (at == panes.size() && at > 0) {
      close(panes.get(at - 1));
    }
    PaneLog reused = spare.poll();
    PaneLog opened = (reused == null ? new PaneLog(hasSums) : reused).begin(index);
    panes.add(at, opened);
    return opened;
  }

  private void close(PaneLog newest) {
    closed.accept(newest);
    newest.trim();
  }

  /** The index of the oldest; the greatest there is when there is none. */
  long oldest() {
    return panes.isEmpty() ? Long.MAX_VALUE : panes.get(0).index;
  }

  /** Moves to a tick, and gives the panes that leave by that. */
  void advance(long tick, Consumer<PaneLog> leaving) {
    long first = Math.floorDiv(tick - shape.lengthNanos(), shape.paneNanos());
    if (first > from) {
      from = first;
      drop(first, leaving);
    }
  }

  /** Gives the panes before an index, and forgets them. */
  void drop(long first, Consumer<PaneLog> leaving) {
    int gone = 0;
    while (gone < panes.size() && panes.get(gone).index < first) {
      gone++;
    }
    if (gone == panes.size() && gone > 0) {
      close(panes.get(gone - 1));
    }
    for (PaneLog pane : panes.subList(0, gone)) {
      leaving.accept(pane);
      if (spare.size() < MOST_SPARE) {
        spare.add(pane);
      }
    }
    panes.subList(0, gone).clear();
  }

  /** When the oldest pane leaves, or {@link Window#NEVER}. */
  long nextChange() {
    return panes.isEmpty()
        ? Window.NEVER
        : (panes.get(0).index + 1) * shape.paneNanos() + shape.lengthNanos();
  }

  /**
   * Writes them.
   *
   * @param slots the places of the groups to write, which are written as their numbers in this
   *     order
   */
  void writeTo(DataOutput out, int[] slots) throws IOException {
    int last = 0;
    for (int slot : slots) {
      last = Math.max(last, slot);
    }
    int[] order = new int[last + 1];
    Arrays.fill(order, -1);
    for (int i = 0; i < slots.length; i++) {
      order[slots[i]] = i;
    }
    out.writeLong(from);
    out.writeInt(panes.size());
    for (PaneLog pane : panes) {
      out.writeLong(pane.index);
      out.writeInt(size(pane, order));
      for (int i = 0; i < pane.size; i++) {
        int slot = pane.slots[i];
        if (slot < order.length && order[slot] >= 0) {
          out.writeInt(order[slot]);
          out.writeInt(pane.counts[i]);
          out.writeLong(pane.sum(i));
        }
      }
    }
  }

  /** How many entries are of groups that have a number. */
  private static int size(PaneLog pane, int[] order) {
    int size = 0;
    for (int i = 0; i < pane.size; i++) {
      int slot = pane.slots[i];
      size += slot < order.length && order[slot] >= 0 ? 1 : 0;
    }
    return size;
  }

  /** Takes an entry that was written. */
  interface Entries {
    void entry(PaneLog pane, int slot, int count, long sum);
  }

  /** Reads what was written, for groups at other places. */
  void readFrom(DataInput in, int[] slots, Entries entries) throws IOException {
    from = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      PaneLog pane = open(in.readLong());
      for (int entry = in.readInt(); entry > 0; entry--) {
        entries.entry(pane, slots[in.readInt()], in.readInt(), in.readLong());
      }
    }
  }
}
