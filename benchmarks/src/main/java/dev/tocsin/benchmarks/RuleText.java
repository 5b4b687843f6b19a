package dev.tocsin.benchmarks;

import java.util.List;
import java.util.Locale;

/** Rule files of any length, made of the seven rules. */
final class RuleText {
  private static final String HEADER = "rules:\n";

  private static final List<String> SEVEN =
      List.of(
          "type: cost\n    condition: daily_cost > %1$d.%2$03d",
          "type: cost\n    condition: hourly_cost > %1$d.%2$03d",
          "type: reliability\n    condition: error_rate > 0.05%2$03d\n    window: 5m",
          "type: performance\n    condition: p95_latency > 2%2$03d\n    window: 10m",
          "type: quality\n    condition: answer_relevance < 0.7%2$03d\n    window: 1h\n"
              + "    min_samples: 50",
          "type: quality\n    condition: hallucination_rate > 0.2%2$03d\n    window: 1h",
          "type: drift\n    condition: ks_statistic > 0.3%2$03d\n    baseline_window: 7d\n"
              + "    current_window: 24h");

  /** Constants that no traffic reaches, in the same order. */
  private static final List<String> FAR =
      List.of(
          "type: cost\n    condition: daily_cost > 9%1$d.%2$03d",
          "type: cost\n    condition: hourly_cost > 9%1$d.%2$03d",
          "type: reliability\n    condition: error_rate > 0.95%2$03d\n    window: 5m",
          "type: performance\n    condition: p95_latency > 99%2$03d\n    window: 10m",
          "type: quality\n    condition: answer_relevance < 0.1%2$03d\n    window: 1h\n"
              + "    min_samples: 50",
          "type: quality\n    condition: hallucination_rate > 0.95%2$03d\n    window: 1h",
          "type: drift\n    condition: ks_statistic > 0.95%2$03d\n    baseline_window: 2h\n"
              + "    current_window: 30m");

  private RuleText() {}

  /** Copies of the seven with other thresholds, so that all rules share seven aggregates. */
  static String shared(int rules) {
    return copies(SEVEN, rules, 50);
  }

  private static String copies(List<String> bodies, int rules, int dollars) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int number = 0; number < rules; number++) {
      String rule = bodies.get(number % bodies.size());
      rule(text, number, String.format(Locale.ROOT, rule, dollars + number, number));
    }
    return text.toString();
  }

  /** As {@link #shared}, with drift over 30 minutes against two hours. */
  static String steady(int rules) {
    return shared(rules)
        .replace("baseline_window: 7d", "baseline_window: 2h")
        .replace("current_window: 24h", "current_window: 30m");
  }

  /** As {@link #steady}, of which none ever fires. */
  static String outOfReach(int rules) {
    return copies(FAR, rules, 1_000_000);
  }

  /** Each with an aggregate of its own: the error rate of a model that no other rule names. */
  static String different(int rules) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int number = 0; number < rules; number++) {
      String model = number == 0 ? "gpt-4o" : "model-" + number;
      rule(
          text,
          number,
          "type: reliability\n    condition: ratio(status != \"ok\") where model == \""
              + model
              + "\" over 5m > 5%");
    }
    return text.toString();
  }

  private static void rule(StringBuilder text, int number, String body) {
    text.append("  - name: rule_").append(number).append("\n    ").append(body);
    text.append("\n    severity: warning\n    channels: [slack, email]\n");
  }
}
