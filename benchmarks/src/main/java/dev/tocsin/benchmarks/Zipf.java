package dev.tocsin.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks whose frequency falls as 1 / rank (Zipf's law with exponent 1). */
final class Zipf {
  private final double[] cumulative;

  /**
   * @param ranks how many there are
   */
  Zipf(int ranks) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  /** A rank from 0, the most frequent. */
  int next(RandomGenerator random) {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
