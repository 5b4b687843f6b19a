package dev.tocsin.drift;

/**
 * Cliff's delta (Cliff, "Dominance statistics", Psychological Bulletin 114, 1993): the probability
 * that a number of the window is greater than one of the baseline, less that it is smaller. Ties,
 * and numbers of one bucket, count for neither. Romano et al. (2006) call 0.147 small, 0.33 medium
 * and 0.474 large.
 */
public final class CliffsDelta {
  private CliffsDelta() {}

  /** Over buckets in the order of the numbers; -1 to 1. */
  public static double of(PairedCounts buckets) {
    return buckets.eitherEmpty()
        ? Double.NaN
        : Dominance.of(buckets) / ((double) buckets.currentTotal() * buckets.baselineTotal());
  }
}
