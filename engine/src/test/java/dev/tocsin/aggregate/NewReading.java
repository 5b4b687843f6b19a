package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;

/** Opens the door for tests of the gate, which in the engine gets its readings from aggregates. */
public final class NewReading {
  private NewReading() {}

  /** A reading that was never looked at. */
  public static ReadingState of(ReadingPlan plan, Group group) {
    return new ReadingState(plan, group);
  }
}
