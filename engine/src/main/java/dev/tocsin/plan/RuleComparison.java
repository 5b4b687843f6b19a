package dev.tocsin.plan;

import java.util.Optional;

/**
 * A comparison as it stands in one rule.
 *
 * @param term the left side as the author wrote it
 * @param crossing what it compares
 * @param sides the two sides where neither is a constant: the crossing compares their difference
 */
public record RuleComparison(String term, CrossingPlan crossing, Optional<Sides> sides) {

  /** A comparison with a constant. */
  RuleComparison(String term, CrossingPlan crossing) {
    this(term, crossing, Optional.empty());
  }

  /** What is compared, both in the crossing's scale. */
  public record Sides(Expression left, Expression right) {}
}
