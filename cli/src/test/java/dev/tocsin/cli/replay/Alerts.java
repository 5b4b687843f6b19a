package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transitions as a replay reports them. */
final class Alerts {
  static final RuleLine ERRORS =
      new RuleLine("error_rate_spike", Severity.CRITICAL, List.of("slack", "pagerduty"));
  static final RuleLine BUDGET =
      new RuleLine("daily_budget_limit", Severity.CRITICAL, List.of("slack", "email", "pagerduty"));
  static final RuleLine LATENCY =
      new RuleLine("latency_degradation", Severity.WARNING, List.of("slack", "email"));
  static final RuleLine DRIFT =
      new RuleLine("model_drift", Severity.WARNING, List.of("slack", "email"));
  static final RuleLine SPEND = new RuleLine("user_spend", Severity.INFO, List.of());
  static final List<RuleLine> RULES = List.of(ERRORS, BUDGET, LATENCY, DRIFT, SPEND);

  private final RuleLine rule;
  private final Map<String, String> group;
  private final ComparedReading reading;

  private Alerts(RuleLine rule, Map<String, String> group, ComparedReading reading) {
    this.rule = rule;
    this.group = group;
    this.reading = reading;
  }

  static Alerts errors(double rate) {
    return new Alerts(ERRORS, Map.of(), reading("error_rate", rate, 0.05, 156, Unit.FRACTION));
  }

  static Alerts budget(double dollars) {
    return new Alerts(BUDGET, Map.of(), reading("daily_cost", dollars, 1000, 19_366, Unit.MONEY));
  }

  static Alerts latency(@Nullable Double millis) {
    return new Alerts(LATENCY, Map.of(), reading("p95_latency", millis, 2000, 401, Unit.DURATION));
  }

  static Alerts drift(String metric, double distance) {
    return new Alerts(
        DRIFT, Map.of("metric", metric), reading("ks_statistic", distance, 0.3, 96, Unit.NUMBER));
  }

  static Alerts spend(String user, double dollars) {
    String term = "sum(cost) where feature == \"search\" by user over 10m";
    return new Alerts(SPEND, Map.of("user", user), reading(term, dollars, 3, 12, Unit.MONEY));
  }

  Transition pending(String time) {
    return transition(time, time, AlertState.INACTIVE, AlertState.PENDING);
  }

  Transition firing(String time) {
    return transition(time, time, AlertState.INACTIVE, AlertState.FIRING);
  }

  Transition firing(String time, String since) {
    return transition(time, since, AlertState.PENDING, AlertState.FIRING);
  }

  Transition resolved(String time, String since) {
    return transition(time, since, AlertState.FIRING, AlertState.INACTIVE);
  }

  Transition dropped(String time, String since) {
    return transition(time, since, AlertState.PENDING, AlertState.INACTIVE);
  }

  private Transition transition(String time, String since, AlertState from, AlertState to) {
    return new Transition(
        Instant.parse(time),
        rule.name(),
        group,
        Instant.parse(since),
        from,
        to,
        reading,
        List.of(reading),
        rule.severity(),
        rule.channels());
  }

  private static ComparedReading reading(
      String term, @Nullable Double value, double threshold, long samples, Unit unit) {
    return new ComparedReading(term, ">", value, threshold, samples, unit);
  }
}
