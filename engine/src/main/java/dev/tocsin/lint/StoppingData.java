package dev.tocsin.lint;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A critical rule on a narrow source that may stop: its alert would resolve, and nobody would know
 * that nothing is watched any more. A source is narrow when it is a score, a measure, or calls that
 * are chosen by more than how they ended.
 */
final class StoppingData implements Doubt {

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    for (LintedRule rule : rules.rules()) {
      if (rule.written().noData().isEmpty() && isCritical(rule.plan()) && canBeUnknown(rule)) {
        rule.comparisons().stream()
            .filter(compared -> unwatched(compared, rule, rules).isPresent())
            .findFirst()
            .ifPresent(
                compared -> tell(compared, unwatched(compared, rule, rules).get(), diagnostics));
      }
    }
  }

  private static void tell(Compared compared, NarrowSource source, Diagnostics diagnostics) {
    diagnostics.warning(
        Code.NO_DATA_UNSET,
        compared.span(),
        "when %s no longer come, a critical alert resolves and no rule says why"
            .formatted(source.text()),
        Optional.of("add 'no_data: alert', 'keep' or 'fire'; 'resolve' if that is meant"));
  }

  private static boolean isCritical(RulePlan rule) {
    return rule.severity() == Severity.CRITICAL
        || rule.life().worse().stream().anyMatch(worse -> worse.severity() == Severity.CRITICAL);
  }

  private static boolean canBeUnknown(LintedRule rule) {
    return readings(rule.plan()).noneMatch(StoppingData::alwaysReads);
  }

  private static boolean alwaysReads(ReadingPlan reading) {
    return reading.zeroWhenEmpty()
        || isAbsence(reading)
        || reading.aggregate().fold().what() instanceof FoldPlan.Gauge;
  }

  private static boolean isAbsence(ReadingPlan reading) {
    return reading.statistic() instanceof Statistic.Samples;
  }

  private static Optional<NarrowSource> unwatched(
      Compared compared, LintedRule rule, LintedRules rules) {
    List<NarrowSource> watched =
        rules.rules().stream()
            .filter(other -> other.plan().index() != rule.plan().index())
            .flatMap(StoppingData::watched)
            .toList();
    return compared.comparison().crossing().reading().readings().stream()
        .flatMap(reading -> NarrowSource.of(reading.aggregate().fold()).stream())
        .filter(source -> !watched.contains(source))
        .findFirst();
  }

  /** The sources of which a rule says that they stopped. */
  private static Stream<NarrowSource> watched(LintedRule rule) {
    NoData noData = rule.plan().life().noData();
    boolean tells = noData == NoData.ALERT || noData == NoData.FIRE;
    return readings(rule.plan())
        .filter(reading -> tells || isAbsence(reading))
        .flatMap(reading -> NarrowSource.of(reading.aggregate().fold()).stream());
  }

  private static Stream<ReadingPlan> readings(RulePlan rule) {
    return rule.comparisons().stream()
        .flatMap(comparison -> comparison.crossing().reading().readings().stream());
  }
}
