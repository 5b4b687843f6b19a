package dev.tocsin.replay;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what fired and knows what still does. Not thread-safe. */
public final class Firings {
  private final Map<String, Long> byRule = new LinkedHashMap<>();
  private final Map<Alert, Transition> firing = new LinkedHashMap<>();

  private record Alert(String rule, Map<String, String> group, AlertReason reason) {}

  /** Of rules none of which has fired. */
  public Firings(Plan plan) {
    for (RulePlan rule : plan.rules()) {
      byRule.put(rule.name(), 0L);
    }
  }

  /** Takes the next transition. */
  public void add(Transition transition) {
    Alert alert = new Alert(transition.rule(), transition.group(), transition.reason());
    if (transition.to() == AlertState.FIRING) {
      byRule.merge(transition.rule(), transition.beginsFiring() ? 1L : 0L, Long::sum);
      firing.put(alert, transition);
    } else {
      firing.remove(alert);
    }
  }

  /** How often each rule began to fire, in the order of the rule file. */
  public Map<String, Long> byRule() {
    return new LinkedHashMap<>(byRule);
  }

  /** The last transitions to firing of what fires. */
  public List<Transition> still() {
    return List.copyOf(firing.values());
  }
}
