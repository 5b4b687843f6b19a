package dev.tocsin.peers.siddhi;

import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import java.math.BigDecimal;

/**
 * Rules as queries of Siddhi's language: one for each, which puts out the events at which it holds.
 */
final class Queries {
  /** The stream of calls; time is that of the events. */
  static final String STREAM =
      """
      @app:name('peers') @app:playback
      define stream Calls (day long, cost long, failed int, ok bool, latency long, scored bool,
        relevance long, hallucinated int);
      """;

  private Queries() {}

  static String of(Rule rule) {
    Metric metric = rule.metric();
    boolean daily = metric == Metric.DAILY_COST;
    return "@info(name='%d') from Calls%s%s select %s as v%s having v %s %s%s insert into Held%d;\n"
        .formatted(
            rule.index(),
            filter(metric),
            daily ? "" : "#window.time(" + metric.windowSeconds() + " sec)",
            value(metric),
            metric == Metric.ANSWER_RELEVANCE
                ? ", count() as n"
                : daily ? ", day group by day" : "",
            metric.below() ? "<" : ">",
            constant(rule),
            metric == Metric.ANSWER_RELEVANCE ? " and n >= " + metric.minSamples() + "L" : "",
            rule.index());
  }

  /** Always with a point, so that it is read as a double. */
  private static String constant(Rule rule) {
    String plain = BigDecimal.valueOf(rule.inBaseUnits()).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String filter(Metric metric) {
    return switch (metric) {
      case P95_LATENCY -> "[ok]";
      case ANSWER_RELEVANCE, HALLUCINATION_RATE -> "[scored]";
      default -> "";
    };
  }

  private static String value(Metric metric) {
    return switch (metric) {
      case DAILY_COST, HOURLY_COST -> "sum(cost)";
      case ERROR_RATE -> "avg(failed)";
      case P95_LATENCY -> "peers:p95(latency)";
      case ANSWER_RELEVANCE -> "avg(relevance)";
      case HALLUCINATION_RATE -> "avg(hallucinated)";
      case DRIFT -> throw new IllegalArgumentException("drift");
    };
  }
}
