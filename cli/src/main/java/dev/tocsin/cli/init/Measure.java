package dev.tocsin.cli.init;

import dev.tocsin.plan.Group;
import java.time.Duration;
import java.util.List;

/**
 * A quantity that a first rule compares.
 *
 * @param rule the name of the rule
 * @param type of the rule
 * @param severity of the rule
 * @param expression in the rule language, with its window
 * @param bounds of what it can read
 * @param bad on which side of a threshold it is bad
 * @param adds how long a sum or a count goes on; zero for what does not grow with its window
 * @param minSamples fewer are no data; 0 where the rule does not say
 * @param groups those that are looked at; one for a measure without {@code by}
 * @param hourly whether it is enough to look at it once an hour, as for what only grows
 */
record Measure(
    String rule,
    String type,
    String severity,
    String expression,
    Bounds bounds,
    Side bad,
    Duration adds,
    int minSamples,
    List<Group> groups,
    boolean hourly) {

  /** The rule that is made from a guess where the trace has nothing to go by. */
  static final String ERROR_RATE = "error_rate";

  /** With fewer calls a share or a percentile says little. */
  static final int LEAST_SAMPLES = 20;

  /** Where a reading is bad. */
  enum Side {
    ABOVE(">"),
    BELOW("<");

    private final String operator;

    Side(String operator) {
      this.operator = operator;
    }
  }

  Measure {
    groups = List.copyOf(groups);
  }

  /** A share, mean or percentile of all calls together. */
  static Measure level(
      String rule, String type, String severity, String expression, Bounds bounds, Side bad) {
    return new Measure(
        rule,
        type,
        severity,
        expression,
        bounds,
        bad,
        Duration.ZERO,
        LEAST_SAMPLES,
        List.of(Group.ALL),
        false);
  }

  /** A sum or count of all calls together. */
  static Measure total(
      String rule, String type, String severity, String expression, Duration adds) {
    return new Measure(
        rule,
        type,
        severity,
        expression,
        Bounds.NONE,
        Side.ABOVE,
        adds,
        0,
        List.of(Group.ALL),
        false);
  }

  /**
   * The condition of its rule.
   *
   * @param threshold as written in the rule language
   */
  String condition(String threshold) {
    return expression + " " + bad.operator + " " + threshold;
  }
}
