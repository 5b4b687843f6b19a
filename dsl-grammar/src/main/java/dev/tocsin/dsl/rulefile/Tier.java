package dev.tocsin.dsl.rulefile;

/** How often a person should look at a metric. */
public enum Tier {
  DAILY,
  WEEKLY,
  MONTHLY
}
