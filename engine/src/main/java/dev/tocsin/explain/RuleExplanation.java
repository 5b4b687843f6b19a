package dev.tocsin.explain;

import dev.tocsin.plan.RulePlan;
import java.util.List;

/**
 * What a rule means and costs. Immutable.
 *
 * @param rule the plan of the rule
 * @param condition as written
 * @param terms each comparison of the condition, in the order of the text
 * @param aggregates what is folded for the rule, each once
 * @param drl the rule as DRL
 */
public record RuleExplanation(
    RulePlan rule,
    String condition,
    List<TermExplanation> terms,
    List<AggregateExplanation> aggregates,
    String drl) {
  public RuleExplanation {
    terms = List.copyOf(terms);
    aggregates = List.copyOf(aggregates);
  }
}
