package dev.tocsin.peers.esper;

import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import java.math.BigDecimal;

/** Rules as statements of Esper's language: one for each, put out each second while it holds. */
final class Statements {
  /** What the day's spend is folded in. */
  static final String DAY = "@public create context Today start @now end (0, 0, *, *, *);\n";

  private Statements() {}

  static String of(Rule rule) {
    String value = value(rule.metric());
    String operator = rule.metric().below() ? "<" : ">";
    String enough =
        rule.metric() == Metric.ANSWER_RELEVANCE
            ? " and count(*) >= " + rule.metric().minSamples()
            : "";
    return "@name('%d') %s select %s as v from %s having %s %s %s%s output snapshot every 1 seconds;\n"
        .formatted(
            rule.index(),
            rule.metric() == Metric.DAILY_COST ? "context Today" : "",
            value,
            events(rule.metric()),
            value,
            operator,
            BigDecimal.valueOf(rule.inBaseUnits()).toPlainString() + "d",
            enough);
  }

  private static String value(Metric metric) {
    return switch (metric) {
      case DAILY_COST, HOURLY_COST -> "sum(cost)";
      case ERROR_RATE -> "avg(failed)";
      case P95_LATENCY -> "p95(latency)";
      case ANSWER_RELEVANCE -> "avg(relevance)";
      case HALLUCINATION_RATE -> "avg(hallucinated)";
      case DRIFT -> throw new IllegalArgumentException("drift");
    };
  }

  private static String events(Metric metric) {
    String filter =
        switch (metric) {
          case P95_LATENCY -> "(ok)";
          case ANSWER_RELEVANCE, HALLUCINATION_RATE -> "(scored)";
          default -> "";
        };
    String window =
        metric == Metric.DAILY_COST ? "" : "#time(" + metric.windowSeconds() + " seconds)";
    return "Event" + filter + window;
  }
}
