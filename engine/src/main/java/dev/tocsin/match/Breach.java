package dev.tocsin.match;

import dev.tocsin.plan.Group;

/**
 * A rule's condition is true for a group.
 *
 * @param rule the rule's place in the plan
 * @param group which group
 */
public record Breach(int rule, Group group) {}
