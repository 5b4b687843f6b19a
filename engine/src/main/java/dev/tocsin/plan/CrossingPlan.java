package dev.tocsin.plan;

import dev.tocsin.event.CompareOp;

/**
 * A comparison of a quantity with a constant. Rules that compare the same share it.
 *
 * @param id its place in {@link Plan#crossings()}
 * @param reading what is compared
 * @param operator how
 * @param threshold the constant, in the quantity's base unit
 * @param minSamples with fewer the comparison is neither true nor false
 */
public record CrossingPlan(
    int id, Quantity reading, CompareOp operator, double threshold, long minSamples) {

  /** By its id alone: equal comparisons have the same, and the rest is deep. */
  @Override
  public int hashCode() {
    return id;
  }

  /** Whether it holds for a value (NaN for no data) that rests on so many samples. */
  public boolean holds(double value, long samples) {
    return samples >= minSamples && operator.holds(value, threshold);
  }
}
