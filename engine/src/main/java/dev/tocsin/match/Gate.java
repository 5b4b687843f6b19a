package dev.tocsin.match;

import dev.tocsin.aggregate.GroupSource;
import dev.tocsin.aggregate.ReadingSink;
import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingPlan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Keeps from the matcher what cannot change a condition: it hears only of comparisons that begin or
 * end to hold. A reading that stays in its band costs a binary search.
 */
public final class Gate implements ReadingSink {
  private final Bands[] bandsByReading;
  private final Bands[] bandsByDerived;
  private final ConditionMatcher matcher;
  private boolean changed;

  public Gate(Plan plan, ConditionMatcher matcher) {
    this.matcher = matcher;
    bandsByReading = bands(plan.readings(), plan);
    bandsByDerived = bands(plan.derived(), plan);
  }

  private static Bands[] bands(List<? extends Quantity> quantities, Plan plan) {
    IdentityHashMap<Quantity, List<CrossingPlan>> crossings = new IdentityHashMap<>();
    plan.crossings()
        .forEach(c -> crossings.computeIfAbsent(c.reading(), q -> new ArrayList<>()).add(c));
    return quantities.stream()
        .map(quantity -> new Bands(crossings.getOrDefault(quantity, List.of())))
        .toArray(Bands[]::new);
  }

  @Override
  public long reading(
      Quantity quantity, GroupSource groups, int slot, long noted, double value, long samples) {
    Bands bands =
        quantity instanceof DerivedPlan derived
            ? bandsByDerived[derived.id()]
            : bandsByReading[quantity.id()];
    long now = bands.state(noted, value, samples);
    if (now == noted) {
      return noted;
    }
    if (ReadingState.sampleBand(now) == ReadingState.sampleBand(noted)) {
      for (List<Bands.Banded> some :
          bands.between(ReadingState.band(now), ReadingState.band(noted))) {
        tell(some, groups, slot, noted, now, value);
      }
    } else {
      tell(bands.all(), groups, slot, noted, now, value);
    }
    return now;
  }

  @Override
  public double room(ReadingPlan reading, double value) {
    return bandsByReading[reading.id()].room(value);
  }

  @Override
  public void calm(ReadingPlan reading, long noted, double[] values, long[] samples, int at) {
    bandsByReading[reading.id()].calm(noted, values, samples, at);
  }

  /** Whether any comparison changed since the last call of this method. */
  public boolean changed() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Hardly any band that changes is one with a comparison, so the group is made when one is. */
  private void tell(
      List<Bands.Banded> some, GroupSource groups, int slot, long before, long now, double value) {
    Group group = null;
    for (Bands.Banded banded : some) {
      boolean held = banded.holds(before);
      boolean holds = banded.holds(now);
      if (holds == held) {
        continue;
      }
      group = group == null ? groups.group(slot) : group;
      if (holds) {
        matcher.begins(banded.crossing(), group, value);
        changed = true;
      } else {
        matcher.ends(banded.crossing(), group);
        changed = true;
      }
    }
  }
}
