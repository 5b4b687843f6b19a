package dev.tocsin.cli.init;

/**
 * Between which readings of a measure can be; infinite where that is not known.
 *
 * @param least no reading is below it
 * @param most no reading is above it
 */
record Bounds(double least, double most) {
  static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Of the part of a whole. */
  static final Bounds SHARE = new Bounds(0, 1);

  /** What is left between a bound and a threshold, so that something can be beyond it. */
  private static final double ROOM = 0.01;

  /** The highest threshold that a reading can be above. */
  double highestThreshold() {
    return most - ROOM;
  }

  /**
   * The lowest threshold that a reading can be below; 0 needs no room, as less is a share of it.
   */
  double lowestThreshold() {
    return least == 0 ? 0 : least + ROOM;
  }
}
