package dev.tocsin.drift;

/**
 * The population stability index, {@code sum((p - q) * ln(p / q))} over the shares p of the window
 * and q of the baseline in each bin (Siddiqi, "Credit Risk Scorecards", 2006): 0 for equal shares;
 * by that book's rule of thumb below 0.1 no change, from 0.25 on a major one. A bin that is empty
 * on one side counts as half an event there, since the logarithm of nothing is infinite; the other
 * shares are not rescaled, so that without empty bins the index is the textbook's.
 */
public final class PopulationStability {
  private static final double HALF_AN_EVENT = 0.5;

  private PopulationStability() {}

  /** Over bins; not negative. */
  public static double of(PairedCounts bins) {
    if (bins.eitherEmpty()) {
      return Double.NaN;
    }
    double index = 0;
    for (int i = 0; i < bins.size(); i++) {
      double now = share(bins.current(i), bins.currentTotal());
      double before = share(bins.baseline(i), bins.baselineTotal());
      index += (now - before) * StrictMath.log(now / before);
    }
    return index;
  }

  private static double share(long count, long total) {
    return (count == 0 ? HALF_AN_EVENT : count) / total;
  }
}
