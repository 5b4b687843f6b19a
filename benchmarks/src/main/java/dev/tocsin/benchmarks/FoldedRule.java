package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;

/** A rule that never fires for each kind of fold. */
public enum FoldedRule {
  COUNT("count()", "over 5m > 1000000000"),
  SUM("sum(cost)", "over 5m > $1000000"),
  SUM_OF_THE_DAY("sum(cost)", "per day > $1000000"),
  AVG("avg(latency)", "over 5m > 1h"),
  MIN("min(latency)", "over 5m > 1h"),
  STDDEV("stddev(latency)", "over 5m > 1h"),
  P95("p95(latency)", "over 5m > 1h"),
  RATIO("ratio(status != \"ok\")", "over 5m > 100%"),
  DISTINCT("distinct(feature)", "over 5m > 1000000"),
  DISTINCT_USERS("distinct(user)", "over 5m > 1000000"),
  LAST("last(latency)", "over 5m > 1h"),
  MEAN_SHIFT("mean_shift(latency)", "over 5m vs previous 30m > 1h"),
  KS("ks(latency)", "over 5m vs previous 30m > 1"),
  KS_OF_ALL("ks(*)", "over 5m vs previous 30m > 1"),
  PSI_OF_TEXT("psi(model)", "over 5m vs previous 30m > 100"),
  PSI_OF_NUMBER("psi(latency)", "over 5m vs previous 30m > 100");

  private final String aggregate;
  private final String rest;

  FoldedRule(String aggregate, String rest) {
    this.aggregate = aggregate;
    this.rest = rest;
  }

  /**
   * The rule alone.
   *
   * @param by its clause of this name, or nothing
   */
  Plan plan(String by) {
    String condition = String.join(" ", aggregate, by, rest);
    return Rules.parse(
        name(),
        """
        rules:
          - name: steady
            condition: '%s'
            channels: [slack]
        """
            .formatted(condition));
  }
}
