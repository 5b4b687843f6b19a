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
          "count() by user over 5m > %d0",
          "sum(cost) per day > $%d00",
          "sum(cost) by user per day > $%d",
          "sum(cost) by user, model over 1h > $0.%d",
          "avg(latency) over 5m > 0.%ds",
          "avg(latency) by user over 10m > %ds",
          "min(latency) by model over 5m < %d0ms",
          "max(latency) by user over 1h > %ds",
          "stddev(latency) by feature over 1h > 0.%ds",
          "p95(latency) over 10m > %ds",
          "p95(latency) by user over 1h > %ds",
          "p95(latency) over 10m > 0.%d * p95(latency) over 1h offset 1d",
          "ratio(status != \"ok\") over 5m > %d%%",
          "ratio(status != \"ok\") by user over 1h > %d%%",
          "rate() by feature over 1m > %d",
          "distinct(user) per day > %d000",
          "distinct(user) over 1h > %d00",
          "distinct(model) by user over 1h > %d",
          "last(score.answer_relevance) by feature over 1d < 0.%d",
          "avg(score.toxicity) by user over 1h > 0.%d",
          "avg(measure.queue_depth) by attr.region over 5m > %d0",
          "ks(latency) by model over 1h vs previous 6h > 0.%d",
          "ks(latency) by user over 10m vs previous 1h > 0.%d",
          "psi(model) over 1h vs previous 1d > 0.0%d",
          "js(feature) by user over 1h vs previous 1d > 0.%d",
          "psi(latency) over 1h vs previous 6h > 0.%d",
          "wasserstein(latency) over 1h vs previous 6h > %d00ms",
          "mean_shift(latency) by feature over 1h vs previous 1d > %d00ms",
          "mann_whitney(latency) over 1h vs previous 6h < 0.0%d",
          "sum(cost) by user per day > 0.0%d * sum(cost) per day",
          "absent(count() where feature == \"search\" by user over 15m) and count() per day > %d",
          "avg(latency) over 5m > %ds and ratio(status != \"ok\") over 5m > 1%%");

  /** Always there, since it takes eight days to fill. */
  private static final String LONGEST =
      """
      rules:
        - {name: drift, condition: ks(*) over 24h vs previous 7d > 0.2, channels: [slack]}
      """;

  private SoakRules() {}

  /** Those of a day. */
  static Plan of(long day) {
    StringBuilder text = new StringBuilder(LONGEST);
    long strictness = 1 + day % STRICTNESSES;
    for (int i = 0; i < CONDITIONS.size(); i++) {
      if ((i + day) % DAYS_TO_RETURN != 0) {
        text.append("  - name: rule_").append(i).append("\n    condition: '");
        text.append(String.format(Locale.ROOT, CONDITIONS.get(i), strictness));
        text.append("'\n    channels: [slack]\n");
        text.append(i % 2 == 0 ? "" : "    for: 1m\n    keep_firing_for: 5m\n");
      }
    }
    return Rules.parse("day " + day, text.toString());
  }
}
