package dev.tocsin.plan;

/**
 * A comparison as it stands in one rule.
 *
 * @param term the left side as the author wrote it
 * @param crossing what it compares
 */
public record RuleComparison(String term, CrossingPlan crossing) {}
