package dev.tocsin.testkit.field;

/**
 * For which event a value is wanted.
 *
 * @param index of the event among those of its entry, from 0
 * @param progress how much of the entry's time has passed, from 0 to 1
 * @param seed of what is drawn; the same seed and index draw the same
 */
public record Turn(long index, double progress, long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** A number in (0, 1), the same for the same event and purpose, otherwise independent. */
  public double chance(long purpose) {
    long mixed = mix(mix(mix(seed + GOLDEN) ^ purpose) + index * GOLDEN);
    return ((mixed >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
