package dev.tocsin.lint;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Expression;
import dev.tocsin.plan.ReadingPlan;
import java.util.List;
import java.util.stream.Stream;

/** What comparisons are made of. */
final class Parts {
  private Parts() {}

  /** How what a comparison looks at is calculated. */
  static Expression expression(CrossingPlan crossing) {
    return crossing.reading() instanceof DerivedPlan derived
        ? derived.expression()
        : new Expression.Reading((ReadingPlan) crossing.reading(), crossing.minSamples());
  }

  /** The readings in it, in the order of the text. */
  static List<Expression.Reading> readings(CrossingPlan crossing) {
    return readings(expression(crossing)).distinct().toList();
  }

  private static Stream<Expression.Reading> readings(Expression expression) {
    if (expression instanceof Expression.Combined combined) {
      return Stream.concat(readings(combined.left()), readings(combined.right()));
    }
    return expression instanceof Expression.Reading reading ? Stream.of(reading) : Stream.empty();
  }
}
