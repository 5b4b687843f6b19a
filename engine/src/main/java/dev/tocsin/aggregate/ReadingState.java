package dev.tocsin.aggregate;

/**
 * What the gate notes of a reading, or calculated number, of one group: the band that the value is
 * in and how many of the sample minimums are met, in one number.
 */
public final class ReadingState {
  /** The band of a reading without data. */
  public static final int NO_DATA = -1;

  /** Of a reading that was never looked at: without data and samples. */
  public static final long FRESH = of(NO_DATA, 0);

  private ReadingState() {}

  /** Of a band among the constants ({@link #NO_DATA} or 0 to 2n) and a number of minimums. */
  public static long of(int band, int sampleBand) {
    return (long) band << Integer.SIZE | sampleBand;
  }

  /** The band. */
  public static int band(long state) {
    return (int) (state >> Integer.SIZE);
  }

  /** How many of the sample minimums are met. */
  public static int sampleBand(long state) {
    return (int) state;
  }
}
