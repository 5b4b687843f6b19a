package dev.tocsin.dsl.rulefile;

/** What becomes of an alert whose condition is neither true nor false, for lack of data. */
public enum NoData {
  /** As if the condition were not true; the default. */
  RESOLVE,
  /** Nothing changes, and clocks stand. */
  KEEP,
  /** As if the condition were true. */
  FIRE,
  /** As resolve, and an alert of its own. */
  ALERT
}
