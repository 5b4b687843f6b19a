package dev.tocsin.drift;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-squared test of homogeneity (Pearson 1900): the probability that two samples of one
 * distribution differ in their bins as much as window and baseline do, from the table of two rows
 * with as many degrees of freedom as bins less one, without Yates' correction. Small when they
 * differ. With fewer than about five expected events in a bin it is only rough.
 */
public final class ChiSquared {
  private ChiSquared() {}

  /** The p-value over bins, 0 to 1; 1 for a single bin. */
  public static double of(PairedCounts bins) {
    if (bins.eitherEmpty()) {
      return Double.NaN;
    }
    if (bins.size() < 2) {
      return 1;
    }
    double now = bins.currentTotal();
    double before = bins.baselineTotal();
    double statistic = 0;
    for (int i = 0; i < bins.size(); i++) {
      double share = (bins.current(i) + bins.baseline(i)) / (now + before);
      statistic += excess(bins.current(i), share * now) + excess(bins.baseline(i), share * before);
    }
    return ChiSquaredDistribution.of(bins.size() - 1).survivalProbability(statistic);
  }

  private static double excess(long count, double expected) {
    double difference = count - expected;
    return difference * difference / expected;
  }
}
