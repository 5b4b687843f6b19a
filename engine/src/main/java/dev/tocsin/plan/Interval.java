package dev.tocsin.plan;

import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * All numbers between two, both included. Arithmetic on the ends rounds as the arithmetic of the
 * engine does, and rounding keeps the order, so what is calculated lies within.
 *
 * @param low negative infinity where there is no least
 * @param high infinity where there is no greatest
 */
record Interval(double low, double high) {
  static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** What an expression can come to, where readings are within these. */
  static Interval of(Expression expression, Function<ReadingPlan, Interval> readings) {
    if (expression instanceof Expression.Constant constant) {
      return new Interval(constant.number(), constant.number());
    }
    if (expression instanceof Expression.Reading reading) {
      return readings.apply(reading.plan());
    }
    Expression.Combined combined = (Expression.Combined) expression;
    Interval left = of(combined.left(), readings);
    Interval right = of(combined.right(), readings);
    return switch (combined.operation()) {
      case ADD -> hull(left.low + right.low, left.high + right.high);
      case SUBTRACT -> hull(left.low - right.high, left.high - right.low);
      case COMPARE ->
          hull(
              Expression.Operation.COMPARE.of(left.low, right.high),
              Expression.Operation.COMPARE.of(left.high, right.low));
      case MULTIPLY -> left.times(right);
      case DIVIDE -> left.over(right);
    };
  }

  /** Infinity less infinity is no data; near it is any number. */
  private static Interval hull(double low, double high) {
    return new Interval(
        Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low,
        Double.isNaN(high) ? Double.POSITIVE_INFINITY : high);
  }

  private Interval times(Interval other) {
    double[] corners =
        DoubleStream.of(low * other.low, low * other.high, high * other.low, high * other.high)
            .map(corner -> Double.isNaN(corner) ? 0 : corner) // zero by infinity: both sides of it
            .toArray();
    return new Interval(
        DoubleStream.of(corners).min().orElseThrow(), DoubleStream.of(corners).max().orElseThrow());
  }

  /** Nothing is said of what may be divided by zero, which has two signs. */
  private Interval over(Interval other) {
    if (other.low <= 0 && other.high >= 0) {
      return ALL;
    }
    double[] corners =
        DoubleStream.of(low / other.low, low / other.high, high / other.low, high / other.high)
            .toArray();
    return DoubleStream.of(corners).anyMatch(Double::isNaN)
        ? ALL
        : new Interval(
            DoubleStream.of(corners).min().orElseThrow(),
            DoubleStream.of(corners).max().orElseThrow());
  }

  /** What of it compares so with a constant; closed where the comparison is open. */
  Interval where(CrossingPlan crossing) {
    double constant = crossing.threshold();
    return switch (crossing.operator()) {
      case GREATER, GREATER_OR_EQUAL -> new Interval(Math.max(low, constant), high);
      case LESS, LESS_OR_EQUAL -> new Interval(low, Math.min(high, constant));
      case EQUAL -> new Interval(Math.max(low, constant), Math.min(high, constant));
      case NOT_EQUAL -> this;
    };
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
