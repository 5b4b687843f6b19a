package dev.tocsin.testkit.run;

import dev.tocsin.api.Instants;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps when the conditions of rules without groups came nearest to being true. Costs a look at
 * their readings after each tick. For one run; not thread-safe.
 */
public final class NearestApproach implements EngineWatch {
  private final List<RulePlan> rules;
  private final Map<String, Approach> nearest = new HashMap<>();

  private record Approach(Nearness nearness, Instant at, List<ComparisonStanding> comparisons) {}

  /** Of the rules of a plan. */
  public NearestApproach(Plan plan) {
    rules = plan.rules().stream().filter(rule -> rule.dimensions().isEmpty()).toList();
  }

  @Override
  public void ticked(Engine engine) {
    for (RulePlan rule : rules) {
      List<ComparisonStanding> comparisons = engine.comparisons(rule, Group.ALL);
      Approach before = nearest.get(rule.name());
      Nearness now = Nearness.of(comparisons);
      if (now.isKnown() && (before == null || now.compareTo(before.nearness()) < 0)) {
        nearest.put(
            rule.name(), new Approach(now, Instants.ofNanos(engine.lastTick()), comparisons));
      }
    }
  }

  /** The replay, with the readings at these times of rules that never had an alert. */
  public Replay in(Replay replay) {
    Set<String> alerting =
        replay.transitions().stream().map(each -> each.rule()).collect(Collectors.toSet());
    List<Replay.Probed> probes = new ArrayList<>();
    for (RulePlan rule : rules) {
      Approach approach = nearest.get(rule.name());
      if (approach != null && !alerting.contains(rule.name())) {
        Replay.Probe probe = new Replay.Probe(rule.name(), Map.of(), approach.at());
        probes.add(new Replay.Probed(probe, approach.comparisons()));
      }
    }
    return replay.withProbes(probes);
  }

  /** Of the readings of a rule in a replay, those that are nearest to its condition. */
  public static Optional<Replay.Probed> among(Replay replay, String rule) {
    return replay.probes().stream()
        .filter(each -> each.probe().rule().equals(rule))
        .filter(each -> Nearness.of(each.comparisons()).isKnown())
        .min(
            (one, other) ->
                Nearness.of(one.comparisons()).compareTo(Nearness.of(other.comparisons())));
  }
}
