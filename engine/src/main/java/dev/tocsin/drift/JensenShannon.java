package dev.tocsin.drift;

/**
 * The Jensen-Shannon distance with logarithms to base 2: the square root of the divergence {@code
 * (KL(p, m) + KL(q, m)) / 2} from the mean m of both shares (Lin, "Divergence measures based on the
 * Shannon entropy", IEEE Trans. Inf. Theory 37, 1991; a metric by Endres and Schindelin 2003), as
 * SciPy's {@code jensenshannon(p, q, base=2)}. 0 for equal shares, 1 where no bin has events of
 * both. Empty bins need no correction.
 */
public final class JensenShannon {
  private static final double LN_2 = StrictMath.log(2);

  private JensenShannon() {}

  /** Over bins; 0 to 1. */
  public static double of(PairedCounts bins) {
    if (bins.eitherEmpty()) {
      return Double.NaN;
    }
    double divergence = 0;
    for (int i = 0; i < bins.size(); i++) {
      double now = (double) bins.current(i) / bins.currentTotal();
      double before = (double) bins.baseline(i) / bins.baselineTotal();
      double mean = (now + before) / 2;
      divergence += (information(now, mean) + information(before, mean)) / 2;
    }
    return Math.sqrt(Math.max(0, Math.min(1, divergence)));
  }

  private static double information(double share, double mean) {
    return share == 0 ? 0 : share * StrictMath.log(share / mean) / LN_2;
  }
}
