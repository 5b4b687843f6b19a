package dev.tocsin.match;

import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.CrossingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a reading is compared with. Its n constants cut the numbers into 2n+1 bands: band 2i lies
 * below constant i and above the one before, band 2i+1 is constant i itself. The sample minimums
 * cut the number of samples the same way. While a reading stays in its bands, no comparison
 * changes.
 */
final class Bands {
  private final double[] constants;
  private final long[] minimums;

  /** The constants between infinities: band 2i lies between the places i and i + 1. */
  private final double[] bounds;

  /** The minimums likewise: with i of them met, the samples are at least i and below i + 1. */
  private final long[] sampleBounds;

  private final List<List<Banded>> byConstant;
  private final List<Banded> all;

  /** A comparison, with its constant and minimum as places among the sorted ones. */
  record Banded(CrossingPlan crossing, int constant, int minimum) {

    /**
     * Whether it holds.
     *
     * @param state as {@link ReadingState} has it
     */
    boolean holds(long state) {
      int band = ReadingState.band(state);
      int sampleBand = ReadingState.sampleBand(state);
      if (band == ReadingState.NO_DATA || sampleBand < minimum) {
        return false;
      }
      int own = 2 * constant + 1;
      CompareOp operator = crossing.operator();
      return switch (operator) {
        case GREATER -> band > own;
        case GREATER_OR_EQUAL -> band >= own;
        case LESS -> band < own;
        case LESS_OR_EQUAL -> band <= own;
        case EQUAL -> band == own;
        case NOT_EQUAL -> band != own;
      };
    }
  }

  Bands(List<CrossingPlan> crossings) {
    constants =
        crossings.stream().mapToDouble(CrossingPlan::threshold).sorted().distinct().toArray();
    minimums = crossings.stream().mapToLong(CrossingPlan::minSamples).sorted().distinct().toArray();
    bounds = new double[constants.length + 2];
    System.arraycopy(constants, 0, bounds, 1, constants.length);
    bounds[0] = Double.NEGATIVE_INFINITY;
    bounds[constants.length + 1] = Double.POSITIVE_INFINITY;
    sampleBounds = new long[minimums.length + 2];
    System.arraycopy(minimums, 0, sampleBounds, 1, minimums.length);
    sampleBounds[0] = Long.MIN_VALUE;
    sampleBounds[minimums.length + 1] = Long.MAX_VALUE;
    all =
        crossings.stream()
            .map(
                crossing ->
                    new Banded(
                        crossing,
                        Arrays.binarySearch(constants, crossing.threshold()),
                        Arrays.binarySearch(minimums, crossing.minSamples()) + 1))
            .toList();
    byConstant = new ArrayList<>();
    for (int i = 0; i < constants.length; i++) {
      byConstant.add(new ArrayList<>());
    }
    all.forEach(banded -> byConstant.get(banded.constant()).add(banded));
  }

  /** What is to be noted of a value and its samples; the usual case is that nothing changed. */
  long state(long noted, double value, long samples) {
    int band = ReadingState.band(noted);
    int met = ReadingState.sampleBand(noted);
    if ((band & 1) == 0
        && value > bounds[band >> 1]
        && value < bounds[(band >> 1) + 1]
        && samples >= sampleBounds[met]
        && samples < sampleBounds[met + 1]) {
      return noted;
    }
    return ReadingState.of(band(value), sampleBand(samples));
  }

  /** Writes between which values and samples {@link #state} stays; NaN where there are none. */
  void calm(long noted, double[] values, long[] samples, int at) {
    int band = ReadingState.band(noted);
    boolean between = (band & 1) == 0;
    values[at] = between ? bounds[band >> 1] : Double.NaN;
    values[at + 1] = between ? bounds[(band >> 1) + 1] : Double.NaN;
    int met = ReadingState.sampleBand(noted);
    samples[at] = sampleBounds[met];
    samples[at + 1] = sampleBounds[met + 1];
  }

  /** How far a value may move before it meets a constant; 0 at one. */
  double room(double value) {
    int band = band(value);
    if (band == ReadingState.NO_DATA || (band & 1) == 1) {
      return 0;
    }
    return Math.min(value - bounds[band >> 1], bounds[(band >> 1) + 1] - value);
  }

  int band(double value) {
    if (Double.isNaN(value)) {
      return ReadingState.NO_DATA;
    }
    // -0.0 would sort below 0.0
    int at = Arrays.binarySearch(constants, value + 0.0);
    return at >= 0 ? 2 * at + 1 : 2 * (-at - 1);
  }

  /** How many of the minimums are met. */
  int sampleBand(long samples) {
    int at = Arrays.binarySearch(minimums, samples);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Constants between or at the bands; every comparison that may change is with one of them. */
  List<List<Banded>> between(int one, int other) {
    if (one == ReadingState.NO_DATA || other == ReadingState.NO_DATA) {
      return byConstant;
    }
    int low = Math.min(one, other) / 2;
    int high = Math.min(constants.length - 1, Math.max(one, other) / 2);
    return low > high ? List.of() : byConstant.subList(low, high + 1);
  }

  List<Banded> all() {
    return all;
  }
}
