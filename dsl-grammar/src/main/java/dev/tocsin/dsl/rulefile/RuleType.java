package dev.tocsin.dsl.rulefile;

/** What a rule is about: a label for people and reports, without effect on evaluation. */
public enum RuleType {
  COST,
  RELIABILITY,
  PERFORMANCE,
  QUALITY,
  DRIFT
}
