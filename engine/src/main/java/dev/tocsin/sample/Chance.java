package dev.tocsin.sample;

/**
 * Numbers that look random and are a function of how many were drawn: the finaliser of SplitMix64
 * (Steele, Lea, Flood 2014) over a counter.
 */
final class Chance {
  private long drawn;

  long next() {
    long z = ++drawn * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** One of the numbers from 0 on, without a division (Lemire 2019, without the rejection). */
  long below(long bound) {
    return Math.multiplyHigh(next() >>> 1, bound << 1);
  }

  long drawn() {
    return drawn;
  }

  void restore(long drawnBefore) {
    drawn = drawnBefore;
  }
}
