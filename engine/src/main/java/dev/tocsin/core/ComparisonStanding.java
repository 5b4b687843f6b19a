package dev.tocsin.core;

import dev.tocsin.api.ComparedReading;

/**
 * How a comparison of a rule stands for a group.
 *
 * @param reading value, threshold and samples
 * @param minSamples with fewer it is neither true nor false
 * @param holds whether it is true
 * @param constant whether it is compared with a number that does not change
 */
public record ComparisonStanding(
    ComparedReading reading, long minSamples, boolean holds, boolean constant) {

  /** Whether there are enough data for it to be true or false. */
  public boolean isKnown() {
    Double value = reading.value();
    return value != null && !value.isNaN() && reading.samples() >= minSamples;
  }
}
