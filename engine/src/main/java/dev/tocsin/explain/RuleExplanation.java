package dev.tocsin.explain;

import dev.tocsin.plan.RulePlan;
import java.util.List;
import java.util.Optional;

/**
 * What a rule means and costs. Immutable.
 *
 * @param rule the plan of the rule
 * @param condition as written
 * @param resolveWhen as written, if the rule has one
 * @param terms each comparison of the condition, in the order of the text
 * @param resolveTerms each comparison of {@code resolve_when}, in the order of the text
 * @param aggregates what is folded for the rule, each once
 * @param routes where its alerts go
 * @param drl the rule as DRL
 */
public record RuleExplanation(
    RulePlan rule,
    String condition,
    Optional<String> resolveWhen,
    List<TermExplanation> terms,
    List<TermExplanation> resolveTerms,
    List<AggregateExplanation> aggregates,
    List<RuleRoute> routes,
    String drl) {
  public RuleExplanation {
    terms = List.copyOf(terms);
    resolveTerms = List.copyOf(resolveTerms);
    aggregates = List.copyOf(aggregates);
    routes = List.copyOf(routes);
  }
}
