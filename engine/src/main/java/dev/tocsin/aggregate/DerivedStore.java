package dev.tocsin.aggregate;

import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The groups of one calculated number that have a value, and those to calculate anew. */
final class DerivedStore {
  private final DerivedPlan plan;
  private final Map<Group, State> states = new HashMap<>();
  private final Set<Group> stale = new LinkedHashSet<>();
  private boolean allStale;

  /** What the sink notes of a group. */
  @SuppressWarnings("ArrayRecordComponent") // a place to write to
  private record State(Group group, long[] noted) implements GroupSource {
    @Override
    public Group group(int slot) {
      return group;
    }
  }

  DerivedStore(DerivedPlan plan) {
    this.plan = plan;
  }

  DerivedPlan plan() {
    return plan;
  }

  /** What it rests on may have changed for a group of one of its readings. */
  void changed(Group group) {
    if (group.dimensions().size() == plan.dimensions().size()) {
      stale.add(group);
    } else {
      allStale = true; // it applies to all groups
    }
  }

  /** A reading that has all dimensions: its groups are those that can have a value. */
  ReadingPlan widest() {
    return plan.readings().stream()
        .filter(reading -> reading.dimensions().size() == plan.dimensions().size())
        .findFirst()
        .orElseThrow();
  }

  /**
   * The groups to calculate, each once; none is left to calculate after.
   *
   * @param known the groups of {@link #widest}
   */
  Set<Group> takeStale(Supplier<Set<Group>> known) {
    Set<Group> groups = new LinkedHashSet<>(stale);
    if (allStale) {
      groups.addAll(states.keySet());
      groups.addAll(known.get());
    }
    stale.clear();
    allStale = false;
    return groups;
  }

  /** Gives a group's value to the sink, unless the group has none and had none. */
  void give(Group group, double value, long samples, ReadingSink sink) {
    State state = states.get(group);
    if (Double.isNaN(value) && state == null) {
      return;
    }
    if (state == null) {
      state = new State(group, new long[] {ReadingState.FRESH});
      states.put(group, state);
    }
    state.noted[0] = sink.reading(plan, state, 0, state.noted[0], value, samples);
    if (Double.isNaN(value)) {
      states.remove(group);
    }
  }
}
