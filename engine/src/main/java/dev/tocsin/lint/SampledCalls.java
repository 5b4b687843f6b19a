package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.event.Field;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.ReadingPlan;
import java.util.Optional;
import java.util.Set;

/** A total, or a share of errors, where the events are a sample of the calls. */
final class SampledCalls implements Doubt {
  private static final Set<String> OUTCOME = Set.of("status", "error", "retries");

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    if (rules.context().sampled()) {
      for (LintedRule rule : rules.rules()) {
        Totals.of(rule).forEach(compared -> total(compared, diagnostics));
        rule.comparisons().stream()
            .filter(SampledCalls::isShareOfErrors)
            .forEach(compared -> share(compared, diagnostics));
      }
    }
  }

  private static void total(Compared compared, Diagnostics diagnostics) {
    String part = "a sample has only a part of the calls";
    diagnostics.warning(
        Code.SAMPLED_CALLS,
        compared.span(),
        Totals.threshold(compared, 1)
            .map(one -> "%s: of one in ten, %s is about ten times as much".formatted(part, one))
            .orElse(part + ", and of this it has too little"),
        Optional.of("multiply the threshold by the share that is kept, or record every call"));
  }

  private static void share(Compared compared, Diagnostics diagnostics) {
    diagnostics.warning(
        Code.SAMPLED_CALLS,
        compared.span(),
        "'%s' is too high where failed calls are kept more often than others"
            .formatted(compared.comparison().term()),
        Optional.of("sample before it is known how a call ends, or record every call"));
  }

  private static boolean isShareOfErrors(Compared compared) {
    return compared.comparison().crossing().reading().readings().stream()
        .anyMatch(SampledCalls::isShareOfErrors);
  }

  private static boolean isShareOfErrors(ReadingPlan reading) {
    return reading.aggregate().fold().what() instanceof FoldPlan.Share share
        && share.predicate().fields().stream().map(Field::name).anyMatch(OUTCOME::contains);
  }
}
