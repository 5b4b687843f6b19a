package dev.tocsin.lint;

import dev.tocsin.plan.Expression;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import java.util.Optional;

/**
 * How a value grows with the share of the calls that is seen: by that share (1), not at all (0), or
 * by another power of it.
 */
final class Growth {
  private Growth() {}

  /** The power; empty where parts that grow differently are added or compared. */
  static Optional<Integer> of(Expression expression) {
    if (expression instanceof Expression.Reading reading) {
      return Optional.of(of(reading.plan()));
    }
    if (!(expression instanceof Expression.Combined combined)) {
      return Optional.of(0);
    }
    Optional<Integer> left = of(combined.left());
    Optional<Integer> right = of(combined.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (combined.operation()) {
      case MULTIPLY -> Optional.of(left.get() + right.get());
      case DIVIDE -> Optional.of(left.get() - right.get());
      case COMPARE -> left.equals(right) ? Optional.of(0) : Optional.empty();
      case ADD, SUBTRACT -> left.equals(right) ? left : Optional.empty();
    };
  }

  private static int of(ReadingPlan reading) {
    if (reading.statistic() instanceof Statistic.Samples
        || reading.aggregate().fold().what() instanceof dev.tocsin.plan.FoldPlan.Gauge
        || reading.aggregate().fold().measure().isPresent()) {
      return 0;
    }
    return switch (reading.statistic().function()) {
      case COUNT, SUM, RATE, DISTINCT, FORECAST -> 1;
      default -> 0;
    };
  }
}
