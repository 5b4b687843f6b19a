package dev.tocsin.drift;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The two-sided p-value of the Mann-Whitney U test (Mann and Whitney 1947) by the normal
 * approximation, corrected for ties and for continuity, as SciPy's {@code mannwhitneyu(x, y,
 * method="asymptotic")}. Numbers of one bucket are tied. Small when one side tends to be greater; 1
 * when all numbers are tied.
 */
public final class MannWhitney {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private MannWhitney() {}

  /** Over buckets in the order of the numbers; 0 to 1. */
  public static double of(PairedCounts buckets) {
    if (buckets.eitherEmpty()) {
      return Double.NaN;
    }
    double now = buckets.currentTotal();
    double before = buckets.baselineTotal();
    double all = now + before;
    double ties = 0;
    for (int i = 0; i < buckets.size(); i++) {
      double tied = (double) buckets.current(i) + buckets.baseline(i);
      ties += tied * tied * tied - tied;
    }
    double variance = now * before / 12 * (all + 1 - ties / (all * (all - 1)));
    if (variance <= 0) {
      return 1;
    }
    double fromMean = Math.max(0, Math.abs(Dominance.of(buckets)) / 2 - 0.5);
    return Math.min(1, 2 * NORMAL.survivalProbability(fromMean / Math.sqrt(variance)));
  }
}
