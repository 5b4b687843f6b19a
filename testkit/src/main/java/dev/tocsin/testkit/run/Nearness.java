package dev.tocsin.testkit.run;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.core.ComparisonStanding;
import java.util.Comparator;
import java.util.List;

/**
 * How near a condition is to being true; the nearest is the least.
 *
 * @param missing how many comparisons do not hold
 * @param farthest how far the farthest of them is off, as a share of its threshold; infinite
 *     without data
 */
record Nearness(int missing, double farthest) implements Comparable<Nearness> {
  private static final Comparator<Nearness> ORDER =
      Comparator.comparingInt(Nearness::missing).thenComparingDouble(Nearness::farthest);

  static Nearness of(List<ComparisonStanding> comparisons) {
    List<ComparisonStanding> open = comparisons.stream().filter(each -> !each.holds()).toList();
    return new Nearness(open.size(), open.stream().mapToDouble(Nearness::distance).max().orElse(0));
  }

  /** Whether there is a number behind it. */
  boolean isKnown() {
    return farthest < Double.POSITIVE_INFINITY;
  }

  @Override
  public int compareTo(Nearness other) {
    return ORDER.compare(this, other);
  }

  private static double distance(ComparisonStanding standing) {
    ComparedReading reading = standing.reading();
    Double value = reading.value();
    Double threshold = reading.threshold();
    if (!standing.isKnown() || value == null || threshold == null || threshold.isNaN()) {
      return Double.POSITIVE_INFINITY;
    }
    double apart = Math.abs(value - threshold);
    return threshold == 0 ? apart : apart / Math.abs(threshold);
  }
}
