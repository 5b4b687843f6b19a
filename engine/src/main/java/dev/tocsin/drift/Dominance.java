package dev.tocsin.drift;

/** Which side has the greater numbers, over all pairs of one number of each. */
final class Dominance {
  private Dominance() {}

  /**
   * In how many pairs the window's number is greater, less in how many it is smaller. Numbers of
   * one bucket are equal.
   */
  static double of(PairedCounts buckets) {
    double pairs = 0;
    long below = 0;
    for (int i = 0; i < buckets.size(); i++) {
      long above = buckets.baselineTotal() - below - buckets.baseline(i);
      pairs += (double) buckets.current(i) * (below - above);
      below += buckets.baseline(i);
    }
    return pairs;
  }
}
