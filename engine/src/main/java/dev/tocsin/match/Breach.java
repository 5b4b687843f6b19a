package dev.tocsin.match;

import dev.tocsin.plan.Group;

/**
 * Something that matters to a rule's alert is true for a group.
 *
 * @param rule the rule's place in the plan
 * @param aspect what
 * @param group which group
 */
public record Breach(int rule, Aspect aspect, Group group) {

  /** The condition is true. */
  public Breach(int rule, Group group) {
    this(rule, Aspect.HOLDS, group);
  }
}
