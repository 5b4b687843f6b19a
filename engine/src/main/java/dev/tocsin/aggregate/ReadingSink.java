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

  /**
   * Writes between which values, both excluded, and from which number of samples on and below which
   * {@link #reading} would return what it did. Without such values it writes NaN.
   *
   * @param noted what {@link #reading} returned
   * @param values takes the two values from a place on
   * @param samples takes the two numbers of samples from there on
   */
  default void calm(ReadingPlan reading, long noted, double[] values, long[] samples, int at) {
    values[at] = Double.NaN;
    values[at + 1] = Double.NaN;
  }
}
