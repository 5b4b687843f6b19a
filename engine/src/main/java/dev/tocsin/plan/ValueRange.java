package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.event.CompareOp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.DoubleStream;

/**
 * Where the values of a quantity can lie, in base units.
 *
 * @param low the least, or negative infinity
 * @param high the greatest, or infinity
 * @param scale base units in one unit as shown
 */
record ValueRange(double low, double high, double scale) {

  /** Only what is certain; all numbers where nothing is. */
  static ValueRange of(Quantity quantity) {
    return quantity instanceof DerivedPlan derived
        ? of(derived.expression(), derived.scale())
        : of((ReadingPlan) quantity);
  }

  /** Of what is calculated, in a scale. */
  static ValueRange of(Expression expression, double scale) {
    Interval range = Interval.of(expression, reading -> of(reading).interval());
    return new ValueRange(range.low(), range.high(), scale);
  }

  private static ValueRange of(ReadingPlan reading) {
    Function function = reading.statistic().function();
    double scale = reading.scale();
    double low = notNegative(function, reading.unit()) ? 0 : function.least();
    return new ValueRange(low * scale, function.greatest() * scale, scale);
  }

  /** Calls have no negative durations and counts; money and scores may be negative. */
  private static boolean notNegative(Function function, Unit unit) {
    boolean counts = unit == Unit.DURATION || unit == Unit.TOKENS || unit == Unit.COUNT;
    return counts && function.result() == Function.Result.FIELD && function != Function.MEAN_SHIFT;
  }

  Interval interval() {
    return new Interval(low, high);
  }

  /** Whether it ends on both sides. */
  boolean bounded() {
    return !Double.isInfinite(low) && !Double.isInfinite(high);
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** Whether no value of the range compares so. */
  boolean never(CompareOp operator, double constant) {
    return switch (operator) {
      case GREATER -> !Double.isInfinite(high) && high <= constant;
      case GREATER_OR_EQUAL -> high < constant;
      case LESS -> !Double.isInfinite(low) && low >= constant;
      case LESS_OR_EQUAL -> low > constant;
      case EQUAL -> !holds(constant);
      case NOT_EQUAL -> false;
    };
  }

  /** Whether every value of the range compares so. */
  boolean always(CompareOp operator, double constant) {
    return never(operator.negated(), constant);
  }

  /** In words, behind the name of the quantity. */
  String text(Unit unit) {
    String percent = unit == Unit.FRACTION ? " (100%)" : "";
    if (bounded()) {
      return low == high
          ? "is always " + shown(low)
          : "lies between " + shown(low) + " and " + shown(high) + percent;
    }
    return Double.isInfinite(low)
        ? "is never above " + shown(high)
        : "is never below " + shown(low);
  }

  private String shown(double value) {
    BigDecimal shown = new BigDecimal(value / scale).round(new MathContext(6));
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  /** Whether no number compares with both; the sample minimums are not looked at. */
  static boolean exclude(CrossingPlan one, CrossingPlan other) {
    double a = one.threshold();
    double b = other.threshold();
    // the truth of a comparison changes at the constants only
    return DoubleStream.of(
            Math.nextDown(Math.min(a, b)), a, (a + b) / 2, b, Math.nextUp(Math.max(a, b)))
        .noneMatch(value -> one.operator().holds(value, a) && other.operator().holds(value, b));
  }
}
