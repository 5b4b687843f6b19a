package dev.tocsin.aggregate;

import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingPlan;

/** Takes what a reading, or a calculated number, reads at a tick. */
@FunctionalInterface
public interface ReadingSink {
  /**
   * Takes it.
   *
   * @param quantity what is read
   * @param groups knows the group
   * @param slot the place of the group
   * @param noted what this method returned the last time, {@link ReadingState#FRESH} at first
   * @param value in base units, NaN for no data
   * @param samples how many events it rests on
   * @return what is to be given again the next time; see {@link ReadingState}
   */
  long reading(
      Quantity quantity, GroupSource groups, int slot, long noted, double value, long samples);

  /**
   * How far a value may move before it matters here: as long as it has moved less, {@link #reading}
   * may be given the old one.
   */
  default double room(ReadingPlan reading, double value) {
    return 0;
  }
}
