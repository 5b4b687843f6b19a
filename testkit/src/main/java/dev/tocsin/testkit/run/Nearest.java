package dev.tocsin.testkit.run;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When conditions that never held came nearest to it: at the tick at which most of their
 * comparisons held, and of those ticks at the one at which the others missed least, in proportion
 * to their thresholds. Only rules without groups are looked at. Confined to one thread.
 */
public final class Nearest implements EngineWatch {
  private final List<RulePlan> rules;
  private final Map<String, Best> best = new HashMap<>();

  private record Best(int holding, double missedBy, Instant at, List<ComparisonStanding> all) {}

  /** Of some rules. */
  public Nearest(List<RulePlan> rules) {
    this.rules = rules.stream().filter(rule -> rule.dimensions().isEmpty()).toList();
  }

  @Override
  public void ticked(Engine engine) {
    for (RulePlan rule : rules) {
      List<ComparisonStanding> standing = engine.comparisons(rule, Group.ALL);
      int holding = (int) standing.stream().filter(ComparisonStanding::holds).count();
      double missedBy = standing.stream().mapToDouble(Nearest::missedBy).max().orElse(0);
      Best before = best.get(rule.name());
      if (before == null
          || holding > before.holding()
          || (holding == before.holding() && missedBy < before.missedBy())) {
        Instant at = Instants.ofNanos(engine.lastTick());
        best.put(rule.name(), new Best(holding, missedBy, at, List.copyOf(standing)));
      }
    }
  }

  private static double missedBy(ComparisonStanding standing) {
    if (standing.holds()) {
      return 0;
    }
    ComparedReading reading = standing.reading();
    Double value = reading.value();
    Double threshold = reading.threshold();
    if (!standing.isKnown() || value == null || threshold == null) {
      return Double.MAX_VALUE;
    }
    return Math.abs(value - threshold) / Math.max(Math.abs(threshold), Double.MIN_NORMAL);
  }

  /** The replay, with readings of the rules of which no alert ever lived. */
  public Replay addTo(Replay replay) {
    Set<String> lived =
        replay.transitions().stream().map(Transition::rule).collect(Collectors.toSet());
    List<Replay.Probed> nearest = new ArrayList<>();
    best.forEach(
        (rule, found) -> {
          if (!lived.contains(rule)) {
            nearest.add(
                new Replay.Probed(new Replay.Probe(rule, Map.of(), found.at()), found.all()));
          }
        });
    return nearest.isEmpty() ? replay : replay.withProbes(nearest);
  }
}
