package dev.tocsin.alert;

import dev.tocsin.plan.FlapPlan;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/** When an alert last began to fire or stopped: as many changes as its rule counts. */
final class Flaps {
  private final ArrayDeque<Long> changes = new ArrayDeque<>();

  /** Adds a change, and forgets those that have left the window. */
  void advance(long tick, boolean changed, FlapPlan plan) {
    if (changed) {
      changes.add(tick);
    }
    while (!changes.isEmpty()
        && (changes.size() > plan.changes() || changes.element() <= tick - plan.withinNanos())) {
      changes.remove();
    }
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether there are as many as make an alert flap. */
  boolean isFlapping(FlapPlan plan) {
    return changes.size() >= plan.changes();
  }

  /** When the first change leaves the window. */
  long due(FlapPlan plan) {
    return changes.isEmpty() ? Lifecycle.NEVER : changes.element() + plan.withinNanos();
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(changes.size());
    for (long change : changes) {
      out.writeLong(change);
    }
  }

  static Flaps read(DataInput in) throws IOException {
    Flaps flaps = new Flaps();
    for (int left = in.readInt(); left > 0; left--) {
      flaps.changes.add(in.readLong());
    }
    return flaps;
  }
}
