package dev.tocsin.testkit.report;

import dev.tocsin.api.Reading;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What all rules read at the stops of a replay. For one run; not thread-safe. */
final class RuleLines implements EngineWatch {
  private static final int STOPS_BETWEEN_LOOKS = 32;

  private final Map<String, List<Transition>> changes;
  private final List<DrawnRule> rules;
  private int stops;

  /**
   * @param first what the rules do on the trace
   */
  RuleLines(Replay first) {
    changes = first.transitions().stream().collect(Collectors.groupingBy(Transition::rule));
    rules =
        first.plan().rules().stream()
            .map(rule -> new DrawnRule(rule, changes.getOrDefault(rule.name(), List.of())))
            .toList();
  }

  @Override
  public void stopped(Engine engine, Instant at) {
    if (stops % STOPS_BETWEEN_LOOKS == 0 && rules.stream().anyMatch(DrawnRule::wantsGroups)) {
      List<Reading> readings = engine.readings();
      rules.stream().filter(DrawnRule::wantsGroups).forEach(rule -> rule.look(readings));
    }
    stops++;
    rules.forEach(rule -> rule.read(engine, at));
  }

  /** What changed of the alerts of a rule, in order. */
  List<Transition> changes(String rule) {
    return changes.getOrDefault(rule, List.of());
  }

  /**
   * All rules in the order of the file, with the readings between the stops that alerts changed at.
   */
  List<DrawnRule> rules() {
    for (DrawnRule rule : rules) {
      changes(rule.rule().name()).forEach(rule::add);
    }
    return rules;
  }
}
