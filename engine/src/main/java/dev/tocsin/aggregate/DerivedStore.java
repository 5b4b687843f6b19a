package dev.tocsin.aggregate;

import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The groups of one calculated number that have a value, and those to calculate anew. */
final class DerivedStore {
  private final DerivedPlan plan;
  private final Map<Group, ReadingState> states = new HashMap<>();
  private final Set<Group> stale = new LinkedHashSet<>();
  private boolean allStale;

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

  /** Where the gate notes the band of a group; null for a group that has no value and had none. */
  @Nullable ReadingState state(Group group, boolean hasValue) {
    if (hasValue) {
      return states.computeIfAbsent(group, of -> new ReadingState(plan, of));
    }
    return states.remove(group);
  }
}
