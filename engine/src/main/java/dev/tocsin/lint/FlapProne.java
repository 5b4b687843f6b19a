package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.LintedRule.Compared;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.WindowText;
import dev.tocsin.window.WindowShape;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A short window, and nothing that keeps an alert from coming and going. */
final class FlapProne implements Doubt {
  private static final long SHORT_NANOS = TimeUnit.MINUTES.toNanos(5);

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    rules.rules().stream()
        .filter(rule -> !isSteadied(rule.plan()))
        .forEach(rule -> tell(rule, diagnostics));
  }

  private static boolean isSteadied(RulePlan rule) {
    return rule.forNanos() > 0
        || rule.keepFiringForNanos() > 0
        || rule.life().resolves().isPresent()
        || rule.life().flapping().isPresent();
  }

  private static void tell(LintedRule rule, Diagnostics diagnostics) {
    rule.comparisons().stream()
        .filter(compared -> window(compared).isPresent())
        .min(Comparator.comparing(compared -> window(compared).getAsLong()))
        .ifPresent(
            compared ->
                diagnostics.warning(
                    Code.FLAP_PRONE,
                    compared.span(),
                    "a window of %s near its threshold makes an alert that comes and goes"
                        .formatted(WindowText.duration(window(compared).getAsLong())),
                    Optional.of(
                        "add 'for', 'keep_firing_for' or 'resolve_when', or look at 5m or more")));
  }

  /** The shortest of the short windows that a comparison looks at. */
  private static OptionalLong window(Compared compared) {
    return lengths(compared).filter(nanos -> nanos < SHORT_NANOS).min();
  }

  private static LongStream lengths(Compared compared) {
    return compared.comparison().crossing().reading().readings().stream()
        .map(reading -> reading.aggregate().window())
        .filter(WindowShape.Sliding.class::isInstance)
        .mapToLong(window -> ((WindowShape.Sliding) window).lengthNanos());
  }
}
