package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;

/** What an observation cost. */
final class Costs {
  private static final int NANO_DOLLARS = 9;

  private Costs() {}

  /** Langfuse shows 0 where it knows no price; details without any tell the two apart. */
  static long nanoDollars(Fields observation) throws BadEventException {
    Fields details = observation.objectIfAny("costDetails", "cost_details");
    long cost = details.amount(NANO_DOLLARS, "total");
    if (cost == Event.UNKNOWN) {
      cost = observation.amount(NANO_DOLLARS, "totalCost", "total_cost", "calculatedTotalCost");
    }
    if (cost == Event.UNKNOWN) {
      cost = observation.objectIfAny("usage").amount(NANO_DOLLARS, "totalCost", "total_cost");
    }
    return cost == 0 && details.node().isEmpty() ? Event.UNKNOWN : cost;
  }
}
