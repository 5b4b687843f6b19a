package dev.tocsin.benchmarks.soak;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Locale;

/** Rules with every kind of fold, deployed anew each day: others are left out, others strict. */
final class SoakRules {
  private static final int DAYS_TO_RETURN = 7;
  private static final int STRICTNESSES = 5;

  /** With constants that are multiplied by 1 to 5. */
  private static final List<String> CONDITIONS =
      List.of(
          "count() over 5m > %d000",
          "count() by user over 5m > %d00",
          "sum(cost) per day > $%d00",
          "sum(cost) by user per day > $%d",
          "sum(cost) by user, model over 1h > $%d",
          "avg(latency) over 5m > 0.%ds",
          "avg(latency) by user over 10m > 0.%ds and count() by user over 10m >= 50",
          "min(latency) by model over 5m < %d0ms",
          "max(latency) by user over 1h > 1%ds",
          "stddev(latency) by feature over 1h > 0.%ds",
          "p95(latency) over 10m > %ds",
          "p95(latency) by user over 1h > %ds and count() by user over 1h >= 200",
          "p95(latency) over 10m > 0.%d * p95(latency) over 1h offset 1d",
          "ratio(status != \"ok\") over 5m > %d%%",
          "ratio(status != \"ok\") by user over 1h > %d%% and count() by user over 1h >= 200",
          "rate() by feature over 1m > %d",
          "distinct(user) per day > %d000",
          "distinct(user) over 1h > %d00",
          "distinct(model) by user over 1h > %d and count() by user over 1h >= 200",
          "last(score.answer_relevance) by feature over 1d < 0.%d",
          "avg(score.toxicity) by user over 1d > 0.6%d",
          "avg(measure.queue_depth) by attr.region over 5m > %d0",
          "ks(latency) by model over 1h vs previous 6h > 0.%d",
          "psi(model) over 1h vs previous 1d > 0.0%d",
          "psi(latency) over 1h vs previous 6h > 0.%d",
          "wasserstein(latency) over 1h vs previous 6h > %d00ms",
          "mean_shift(latency) by feature over 1h vs previous 1d > %d00ms",
          "mann_whitney(latency) over 1h vs previous 6h < 0.0%d",
          "absent(count() where feature == \"search\" by model over %dm)",
          "avg(latency) over 5m > %ds and ratio(status != \"ok\") over 5m > 1%%");

  /** What looks at every user where one calls: once in five minutes. */
  private static final List<String> RARELY =
      List.of(
          "ks(latency) by user over 10m vs previous 1h > 0.%d",
          "js(feature) by user over 1h vs previous 1d > 0.%d",
          "sum(cost) by user per day > 0.0%d * sum(cost) per day",
          "absent(count() where feature == \"search\" by user over 15m) and count() by user per day > %d000");

  /** Always there, since it takes eight days to fill. */
  private static final String LONGEST =
      """
      rules:
            - {name: drift, condition: ks(*) over 24h vs previous 7d > 0.2, channels: [slack]}
      """;

  private SoakRules() {}

  /** Those of a day. */
  static Plan of(long day) {
    StringBuilder text = new StringBuilder("evaluate_every: 30s\n");
    text.append("groups:\n  - name: rarely\n    evaluate_every: 5m\n    rules:\n");
    write(text, RARELY, "rarely", day);
    write(text.append(LONGEST), CONDITIONS, "rule", day);
    return Rules.parse("day " + day, text.toString());
  }

  private static void write(StringBuilder text, List<String> conditions, String name, long day) {
    long strictness = 1 + day % STRICTNESSES;
    for (int i = 0; i < conditions.size(); i++) {
      if ((i + day) % DAYS_TO_RETURN != 0) {
        String condition = String.format(Locale.ROOT, conditions.get(i), strictness);
        String clocks = i % 2 == 0 ? "" : "for: 1m, keep_firing_for: 5m, ";
        text.append(
            "      - {name: %s_%d, condition: '%s', %schannels: [slack]}\n"
                .formatted(name, i, condition, clocks));
      }
    }
  }
}
