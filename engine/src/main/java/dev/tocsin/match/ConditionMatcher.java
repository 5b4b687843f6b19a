package dev.tocsin.match;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;

/** Decides conditions from the comparisons that hold. Confined to one thread. */
public interface ConditionMatcher extends AutoCloseable {

  /**
   * A comparison begins to hold for a group.
   *
   * @param value the reading's value at the crossing, in base units
   */
  void begins(CrossingPlan crossing, Group group, double value);

  /** A comparison that held for a group does so no longer. */
  void ends(CrossingPlan crossing, Group group);

  /** Which conditions have become true or untrue since the last call. */
  Decision decide();

  @Override
  void close();

  /** Makes the matcher of a plan. */
  @FunctionalInterface
  interface Factory {
    /** A new matcher that no comparison holds for yet. */
    ConditionMatcher of(Plan plan);
  }
}
