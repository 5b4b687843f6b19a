package dev.tocsin.testkit.backtest;

import java.time.Instant;
import java.util.Set;

/**
 * Something that did go wrong.
 *
 * @param name in words
 * @param from its beginning
 * @param until its end
 * @param rules that should notice it; empty for any
 */
public record LabelledIncident(String name, Instant from, Instant until, Set<String> rules) {
  public LabelledIncident {
    rules = Set.copyOf(rules);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(name + " ends before it begins");
    }
  }

  /** Whether a rule should notice it. */
  public boolean concerns(String rule) {
    return rules.isEmpty() || rules.contains(rule);
  }
}
