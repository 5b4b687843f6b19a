package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.event.CompareOp;

/**
 * Where the values of a reading can lie, in base units.
 *
 * @param low the least, or negative infinity
 * @param high the greatest, or infinity
 */
record ValueRange(double low, double high) {
  private static final ValueRange ANY =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final ValueRange NOT_NEGATIVE = new ValueRange(0, Double.POSITIVE_INFINITY);
  private static final ValueRange FRACTION = new ValueRange(0, 1);

  /** Only what is certain; all numbers where nothing is. */
  static ValueRange of(ReadingPlan reading) {
    Statistic statistic = reading.statistic();
    if (statistic instanceof Statistic.Ratio || statistic instanceof Statistic.KolmogorovSmirnov) {
      return FRACTION;
    }
    if (statistic instanceof Statistic.Count || statistic instanceof Statistic.Rate) {
      return NOT_NEGATIVE;
    }
    boolean ofCalls =
        statistic instanceof Statistic.Sum
            || statistic instanceof Statistic.Average
            || statistic instanceof Statistic.Percentile;
    boolean notNegative =
        reading.unit() == Unit.DURATION
            || reading.unit() == Unit.TOKENS
            || reading.unit() == Unit.COUNT;
    return ofCalls && notNegative ? NOT_NEGATIVE : ANY;
  }

  boolean bounded() {
    return high == 1;
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** Whether no value of the range compares so. */
  boolean never(CompareOp operator, double constant) {
    return switch (operator) {
      case GREATER -> high <= constant && bounded();
      case GREATER_OR_EQUAL -> high < constant;
      case LESS -> low >= constant;
      case LESS_OR_EQUAL -> low > constant;
      case EQUAL -> !holds(constant);
      case NOT_EQUAL -> false;
    };
  }

  /** Whether every value of the range compares so. */
  boolean always(CompareOp operator, double constant) {
    return never(operator.negated(), constant);
  }

  /** In words, behind the name of the reading. */
  String text() {
    return bounded() ? "lies between 0 and 1 (100%)" : "is never below 0";
  }

  /** Whether no number compares with both; the sample minimums are not looked at. */
  static boolean exclude(CrossingPlan one, CrossingPlan other) {
    double a = one.threshold();
    double b = other.threshold();
    // the truth of a comparison changes at the constants only
    return java.util.stream.DoubleStream.of(
            Math.nextDown(Math.min(a, b)), a, (a + b) / 2, b, Math.nextUp(Math.max(a, b)))
        .noneMatch(value -> one.operator().holds(value, a) && other.operator().holds(value, b));
  }
}
