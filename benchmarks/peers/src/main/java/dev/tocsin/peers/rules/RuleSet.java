package dev.tocsin.peers.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules of a run.
 *
 * @param rules in their order
 */
public record RuleSet(List<Rule> rules) {
  private static final BigDecimal LEAST = new BigDecimal("0.75");
  private static final BigDecimal SPREAD = new BigDecimal("0.5");
  private static final int DIGITS = 6;

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /**
   * The seven rules of examples/alert_rules.yaml, and copies of all of them with constants from 75
   * % to 125 % of theirs: many rules on shared aggregates.
   *
   * @param count a multiple of seven
   */
  public static RuleSet shared(int count) {
    int copies = count / Metric.values().length;
    List<Rule> rules = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      for (Metric metric : Metric.values()) {
        BigDecimal constant = copy == 0 ? metric.threshold() : spread(metric, copy, copies);
        String name = copy == 0 ? metric.rule() : metric.rule() + "_" + copy;
        rules.add(new Rule(rules.size(), name, metric, constant, ""));
      }
    }
    return new RuleSet(rules);
  }

  /** The seven rules for each of some features, as teams write them: different aggregates. */
  public static RuleSet different(String... features) {
    List<Rule> rules = new ArrayList<>();
    for (String feature : features) {
      for (Metric metric : Metric.values()) {
        boolean money = metric == Metric.DAILY_COST || metric == Metric.HOURLY_COST;
        BigDecimal constant =
            money
                ? metric
                    .threshold()
                    .divide(BigDecimal.valueOf(features.length), DIGITS, RoundingMode.HALF_UP)
                : metric.threshold();
        String name = metric.rule() + "_" + feature;
        rules.add(new Rule(rules.size(), name, metric, constant, feature));
      }
    }
    return new RuleSet(rules);
  }

  /** Those that compare a metric. */
  public List<Rule> of(Metric metric) {
    return rules.stream().filter(rule -> rule.metric() == metric).toList();
  }

  /** As a rule file. */
  public String yaml() {
    return rules.stream().map(Rule::yaml).collect(Collectors.joining("", "rules:\n", ""));
  }

  private static BigDecimal spread(Metric metric, int copy, int copies) {
    BigDecimal share =
        SPREAD
            .multiply(BigDecimal.valueOf(copy))
            .divide(BigDecimal.valueOf(copies), 6, RoundingMode.HALF_UP);
    return metric
        .threshold()
        .multiply(LEAST.add(share))
        .setScale(DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
