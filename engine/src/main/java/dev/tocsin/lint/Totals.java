package dev.tocsin.lint;

import dev.tocsin.api.ValueText;
import dev.tocsin.event.CompareOp;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import java.util.List;
import java.util.Optional;

/** The comparisons of a rule that depend on how many of the calls are seen. */
final class Totals {
  private Totals() {}

  /** Without counts that only guard against too few calls. */
  static List<Compared> of(LintedRule rule) {
    boolean others =
        rule.comparisons().stream()
            .anyMatch(compared -> growth(compared).filter(power -> power == 0).isPresent());
    return rule.comparisons().stream()
        .filter(compared -> growth(compared).filter(power -> power == 0).isEmpty())
        .filter(compared -> compared.comparison().crossing().threshold() != 0 || isSides(compared))
        .filter(compared -> !(others && isGuard(compared.comparison().crossing())))
        .toList();
  }

  private static boolean isSides(Compared compared) {
    return compared.comparison().sides().isPresent();
  }

  private static Optional<Integer> growth(Compared compared) {
    return Growth.of(Parts.expression(compared.comparison().crossing()));
  }

  private static boolean isGuard(CrossingPlan crossing) {
    boolean up =
        crossing.operator() == CompareOp.GREATER
            || crossing.operator() == CompareOp.GREATER_OR_EQUAL;
    return up
        && crossing.reading() instanceof ReadingPlan reading
        && reading.statistic().function() == Function.COUNT;
  }

  /** The threshold times a factor, where the value grows with the calls that are seen. */
  static Optional<String> threshold(Compared compared, double factor) {
    CrossingPlan crossing = compared.comparison().crossing();
    boolean distinct =
        crossing.reading().readings().stream()
            .anyMatch(reading -> reading.statistic().function() == Function.DISTINCT);
    return growth(compared)
        .filter(power -> power == 1 && !distinct)
        .map(
            power ->
                ValueText.exact(
                    crossing.threshold() * factor / crossing.reading().scale(),
                    crossing.reading().unit()));
  }
}
