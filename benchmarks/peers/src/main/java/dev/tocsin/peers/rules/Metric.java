package dev.tocsin.peers.rules;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** The seven things that the rules compare with a constant. */
public enum Metric {
  DAILY_COST("daily_budget_limit", "sum(cost)%s per day", ">", "1000", 9, 0, 0),
  HOURLY_COST("hourly_budget_warning", "sum(cost)%s over 1h", ">", "50", 9, 3600, 0),
  ERROR_RATE("error_rate_spike", "ratio(status != \"ok\")%s over 5m", ">", "0.05", 0, 300, 1),
  P95_LATENCY(
      "latency_degradation",
      "p95(latency) where status == \"ok\"%s over 10m",
      ">",
      "2000",
      3,
      600,
      1),
  ANSWER_RELEVANCE(
      "quality_drop", "avg(score.answer_relevance)%s over 1h", "<", "0.7", 9, 3600, 50),
  HALLUCINATION_RATE(
      "hallucination_spike", "ratio(score.hallucination >= 0.5)%s over 1h", ">", "0.2", 0, 3600, 1),
  DRIFT("model_drift", "ks(*)%s over 30m vs previous 2h", ">", "0.3", 0, 1800, 10);

  private static final int PANES = 60;

  private final String rule;
  private final String term;
  private final String operator;
  private final BigDecimal threshold;
  private final int digits;
  private final int windowSeconds;
  private final int minSamples;

  Metric(
      String rule,
      String term,
      String operator,
      String threshold,
      int digits,
      int windowSeconds,
      int minSamples) {
    this.rule = rule;
    this.term = term;
    this.operator = operator;
    this.threshold = new BigDecimal(threshold);
    this.digits = digits;
    this.windowSeconds = windowSeconds;
    this.minSamples = minSamples;
  }

  /** The name of its rule in examples/alert_rules.yaml. */
  public String rule() {
    return rule;
  }

  /** The constant of its rule in examples/alert_rules.yaml. */
  public BigDecimal threshold() {
    return threshold;
  }

  /** Whether it is bad to be below the constant, not above. */
  public boolean below() {
    return operator.equals("<");
  }

  /** With fewer events it is compared with nothing. */
  public int minSamples() {
    return minSamples;
  }

  /** The length of its window; 0 for the day. */
  public int windowSeconds() {
    return windowSeconds;
  }

  /** The length of a pane of its window; the day has panes of a second. */
  public long paneNanos() {
    return TimeUnit.SECONDS.toNanos(Math.max(1, windowSeconds / PANES));
  }

  /** A constant in the unit in which the engine counts: nano-dollars, microseconds, billionths. */
  public double inBaseUnits(BigDecimal constant) {
    return constant.movePointRight(digits).doubleValue();
  }

  /**
   * A condition in Tocsin's language.
   *
   * @param constant what it is compared with
   * @param feature whose calls, or empty for all
   */
  String condition(BigDecimal constant, String feature) {
    String where = feature.isEmpty() ? "" : " where feature == \"" + feature + '"';
    String text;
    if (this == P95_LATENCY && !feature.isEmpty()) {
      text = "p95(latency) where (status == \"ok\" and feature == \"" + feature + "\") over 10m";
    } else {
      text = String.format(java.util.Locale.ROOT, term, where);
    }
    return text + ' ' + operator + ' ' + constant.toPlainString();
  }
}
