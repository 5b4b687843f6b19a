package dev.tocsin.peers.tight;

/** The buckets of the engine's histograms: by exponent and 7 leading bits, and 0.001 for scores. */
public final class Buckets {
  /** How many logarithmic ones there are. */
  public static final int LOGARITHMIC = (63 - 7 + 1) << 7;

  /** How many there are of scores between 0 and 1. */
  public static final int SCORES = 1_001;

  private static final long SCORE_WIDTH = 1_000_000;

  private Buckets() {}

  /** That of a number from 0. */
  public static int logarithmic(long value) {
    if (value < 128) {
      return (int) value;
    }
    int shift = 56 - Long.numberOfLeadingZeros(value);
    // the leading bit is bit 7 behind the shift, and adds the one to the exponent
    return (shift << 7) + (int) (value >>> shift);
  }

  /** That of a score from 0 to 1, in billionths. */
  public static int score(long billionths) {
    return (int) (billionths / SCORE_WIDTH);
  }

  /** The middle of a logarithmic one. */
  public static long middle(int bucket) {
    long low = low(bucket);
    return low + ((low(bucket + 1) - 1 - low) >> 1);
  }

  private static long low(int bucket) {
    return bucket < 128 ? bucket : (128L + (bucket & 127)) << ((bucket >> 7) - 1);
  }
}
