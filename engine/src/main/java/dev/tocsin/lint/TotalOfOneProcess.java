package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.LintedRule.Compared;
import java.util.Optional;

/** A total of one process where several run, each with a part of the calls. */
final class TotalOfOneProcess implements Doubt {

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    int instances = rules.context().instances();
    if (instances > 1) {
      rules.rules().stream()
          .flatMap(rule -> Totals.of(rule).stream())
          .forEach(compared -> tell(compared, instances, diagnostics));
    }
  }

  private static void tell(Compared compared, int instances, Diagnostics diagnostics) {
    String own = "each of %d instances compares only what it sees itself".formatted(instances);
    diagnostics.warning(
        Code.TOTAL_OF_ONE_PROCESS,
        compared.span(),
        Totals.threshold(compared, 1)
            .flatMap(
                one ->
                    Totals.threshold(compared, instances)
                        .map(all -> "%s: %s is about %s over all".formatted(own, one, all)))
            .orElse(own),
        Optional.of(
            "divide the threshold by %d, or run these rules where all calls come together"
                .formatted(instances)));
  }
}
