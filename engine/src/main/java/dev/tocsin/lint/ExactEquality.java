package dev.tocsin.lint;

import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.event.CompareOp;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingPlan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ==} and {@code !=} between a constant and what is measured, which hardly ever meets it.
 */
final class ExactEquality implements Doubt {
  private static final Set<Function> WHOLE =
      EnumSet.of(
          Function.COUNT,
          Function.DISTINCT,
          Function.SUM,
          Function.MIN,
          Function.MAX,
          Function.LAST,
          Function.CHANGES);

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    rules.rules().stream()
        .flatMap(rule -> rule.comparisons().stream())
        .filter(compared -> isExact(compared.comparison().crossing()))
        .forEach(compared -> tell(compared, diagnostics));
  }

  private static void tell(Compared compared, Diagnostics diagnostics) {
    CrossingPlan crossing = compared.comparison().crossing();
    String value =
        compared.comparison().sides().isPresent()
            ? "the right side"
            : ValueText.exact(
                crossing.threshold() / crossing.reading().scale(), crossing.reading().unit());
    diagnostics.warning(
        Code.EXACT_EQUALITY,
        compared.span(),
        "'%s' is measured, so it is hardly ever exactly %s"
            .formatted(compared.comparison().term(), value),
        Optional.of("compare with < or >"));
  }

  private static boolean isExact(CrossingPlan crossing) {
    boolean equality =
        crossing.operator() == CompareOp.EQUAL
            || (crossing.operator() == CompareOp.NOT_EQUAL
                && crossing.reading().dimensions().isEmpty());
    return equality && isMeasured(crossing.reading()) && !isEnd(crossing);
  }

  private static boolean isMeasured(Quantity quantity) {
    return quantity.readings().stream()
        .anyMatch(reading -> !WHOLE.contains(reading.statistic().function()));
  }

  /** None, or all: what a share often is. */
  private static boolean isEnd(CrossingPlan crossing) {
    return crossing.reading() instanceof ReadingPlan reading
        && (crossing.threshold() == 0
            || crossing.threshold() == reading.statistic().function().greatest() * reading.scale());
  }
}
