package dev.tocsin.peers.rules;

import java.math.BigDecimal;

/**
 * A rule that compares a metric with a constant.
 *
 * @param index its place in the set
 * @param name unique in the set
 * @param metric what is compared
 * @param constant with what, in the unit that people write
 * @param feature whose calls, or empty for all
 */
public record Rule(int index, String name, Metric metric, BigDecimal constant, String feature) {

  /** The constant in the unit in which the engine counts. */
  public double inBaseUnits() {
    return metric.inBaseUnits(constant);
  }

  String yaml() {
    String minSamples =
        metric == Metric.ANSWER_RELEVANCE ? ", min_samples: " + metric.minSamples() : "";
    return "  - {name: %s, condition: '%s'%s, severity: warning, channels: [slack]}\n"
        .formatted(name, metric.condition(constant, feature), minSamples);
  }
}
