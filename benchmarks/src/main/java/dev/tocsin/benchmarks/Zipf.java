package dev.tocsin.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks whose frequency falls as a power of the rank (Zipf's law). */
public final class Zipf {
  private final double[] cumulative;

  /** With exponent 1: the frequency is 1 / rank. */
  Zipf(int ranks) {
    this(ranks, 1);
  }

  /**
   * @param ranks how many there are
   * @param exponent how fast the frequency falls; 0 for not at all
   */
  public Zipf(int ranks, double exponent) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += exponent == 1 ? 1.0 / (rank + 1) : Math.pow(rank + 1, -exponent);
      cumulative[rank] = sum;
    }
  }

  /** A rank from 0, the most frequent. */
  public int next(RandomGenerator random) {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
