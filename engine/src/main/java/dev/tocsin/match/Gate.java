package dev.tocsin.match;

import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Keeps from the matcher what cannot change a condition: it hears only of comparisons that begin or
 * end to hold. A reading that stays in its band costs a binary search.
 */
public final class Gate {
  private final List<Bands> bandsByReading;
  private final List<Bands> bandsByDerived;
  private final ConditionMatcher matcher;
  private boolean changed;

  public Gate(Plan plan, ConditionMatcher matcher) {
    this.matcher = matcher;
    bandsByReading = bands(plan.readings(), plan);
    bandsByDerived = bands(plan.derived(), plan);
  }

  private static List<Bands> bands(List<? extends Quantity> quantities, Plan plan) {
    IdentityHashMap<Quantity, List<CrossingPlan>> crossings = new IdentityHashMap<>();
    plan.crossings()
        .forEach(c -> crossings.computeIfAbsent(c.reading(), q -> new ArrayList<>()).add(c));
    return quantities.stream()
        .map(quantity -> new Bands(crossings.getOrDefault(quantity, List.of())))
        .toList();
  }

  /** Takes a reading's value at a tick. */
  public void reading(ReadingState reading, double value, long samples) {
    Quantity of = reading.plan();
    Bands bands = (of instanceof DerivedPlan ? bandsByDerived : bandsByReading).get(of.id());
    int band = bands.band(value);
    int sampleBand = bands.sampleBand(samples);
    if (band == reading.band && sampleBand == reading.sampleBand) {
      return;
    }
    if (sampleBand == reading.sampleBand) {
      bands
          .between(band, reading.band)
          .forEach(some -> tell(some, reading, band, sampleBand, value));
    } else {
      tell(bands.all(), reading, band, sampleBand, value);
    }
    reading.band = band;
    reading.sampleBand = sampleBand;
  }

  /** Whether any comparison changed since the last call of this method. */
  public boolean changed() {
    boolean was = changed;
    changed = false;
    return was;
  }

  private void tell(
      List<Bands.Banded> some, ReadingState reading, int band, int sampleBand, double value) {
    for (Bands.Banded banded : some) {
      boolean held = banded.holds(reading.band, reading.sampleBand);
      boolean holds = banded.holds(band, sampleBand);
      if (holds && !held) {
        matcher.begins(banded.crossing(), reading.group(), value);
        changed = true;
      } else if (held && !holds) {
        matcher.ends(banded.crossing(), reading.group());
        changed = true;
      }
    }
  }
}
