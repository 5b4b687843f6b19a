package dev.tocsin.lint;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.plan.ComparisonSpans;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * An enabled rule, as written and as planned.
 *
 * @param comparisons those of its condition, with where they were written
 */
record LintedRule(RuleDefinition written, RulePlan plan, List<Compared> comparisons) {

  /** A comparison of the condition. */
  record Compared(RuleComparison comparison, Span span) {}

  LintedRule {
    comparisons = List.copyOf(comparisons);
  }

  static LintedRule of(RuleDefinition written, RulePlan plan) {
    List<Span> spans =
        written.levels().isEmpty()
            ? ComparisonSpans.of(written.condition(), plan.comparisons().size())
            : written.levels().stream()
                .map(SeverityLevel::comparison)
                .map(comparison -> comparison.span())
                .toList();
    List<Compared> compared = new ArrayList<>();
    for (int i = 0; i < plan.comparisons().size(); i++) {
      compared.add(new Compared(plan.comparisons().get(i), spans.get(i)));
    }
    return new LintedRule(written, plan, compared);
  }

  /** Where its name stands. */
  Span name() {
    return written.name().span();
  }
}
