package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.event.CompareOp;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Expression;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A percentile of so few samples that it is nothing but their maximum, or their minimum. */
final class ThinPercentile implements Doubt {
  private static final double EVEN = 0.5;

  /** Keeps 1 / (1 - 0.95) at 20. */
  private static final double ROUNDING = 1e-6;

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    for (LintedRule rule : rules.rules()) {
      Map<CrossingPlan, Long> guards = new HashMap<>();
      guard(rule.plan().formula(), 0, guards);
      rule.plan().life().worse().forEach(worse -> guard(worse.formula(), 0, guards));
      for (Compared compared : rule.comparisons()) {
        CrossingPlan crossing = compared.comparison().crossing();
        tell(compared, guards.getOrDefault(crossing, 0L), diagnostics);
      }
    }
  }

  private static void tell(Compared compared, long guarded, Diagnostics diagnostics) {
    for (Expression.Reading read : Parts.readings(compared.comparison().crossing())) {
      long needed = needed(read.plan().statistic());
      long samples = Math.max(read.minSamples(), guarded);
      if (samples < needed) {
        diagnostics.warning(
            Code.THIN_PERCENTILE,
            compared.span(),
            "a %s of fewer than %d samples is only the %s of them, and here %d will do"
                .formatted(name(read.plan()), needed, extreme(read.plan()), samples),
            Optional.of("add 'min_samples: %d', or a longer window".formatted(needed)));
        return;
      }
    }
  }

  /** From so many samples on the rank of a percentile is not the last, or the first. */
  private static long needed(Statistic statistic) {
    if (!(statistic instanceof Statistic.Percentile percentile)) {
      return 0;
    }
    double quantile = percentile.quantile();
    return quantile == EVEN ? 0 : (long) Math.ceil(1 / Math.min(quantile, 1 - quantile) - ROUNDING);
  }

  private static String name(ReadingPlan reading) {
    double quantile = ((Statistic.Percentile) reading.statistic()).quantile();
    return "p"
        + java.math.BigDecimal.valueOf(quantile)
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String extreme(ReadingPlan reading) {
    return ((Statistic.Percentile) reading.statistic()).quantile() > EVEN ? "greatest" : "least";
  }

  /** How many calls there are wherever a comparison can matter. */
  private static void guard(Formula formula, long outside, Map<CrossingPlan, Long> guards) {
    if (formula instanceof Formula.And and) {
      long inside =
          and.operands().stream().mapToLong(ThinPercentile::calls).reduce(outside, Math::max);
      and.operands().forEach(operand -> guard(operand, inside, guards));
    } else if (formula instanceof Formula.Or or) {
      or.operands().forEach(operand -> guard(operand, outside, guards));
    } else if (formula instanceof Formula.Atom atom) {
      guards.merge(atom.crossing(), outside, Math::min);
    }
  }

  /** How many there must be for a comparison of {@code count()} to hold; 0 for any other. */
  private static long calls(Formula formula) {
    if (formula instanceof Formula.Atom atom
        && atom.crossing().reading() instanceof ReadingPlan reading
        && reading.statistic().function() == Function.COUNT) {
      double threshold = atom.crossing().threshold();
      CompareOp operator = atom.crossing().operator();
      if (operator == CompareOp.GREATER) {
        return (long) Math.floor(threshold) + 1;
      }
      return operator == CompareOp.GREATER_OR_EQUAL || operator == CompareOp.EQUAL
          ? (long) Math.ceil(threshold)
          : 0;
    }
    return 0;
  }
}
