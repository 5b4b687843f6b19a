package dev.tocsin.cli.init;

/** The lowest and the highest value of a score in a trace. */
record ScoreRange(double lowest, double highest) {
  private static final double BILLION = 1e9;

  static ScoreRange of(long billionths) {
    return new ScoreRange(billionths / BILLION, billionths / BILLION);
  }

  ScoreRange with(ScoreRange other) {
    return new ScoreRange(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
  }

  /** Scores that are never above 1 are taken to end there, and so at 0 and at -1. */
  Bounds bounds() {
    double least = lowest >= 0 ? 0 : lowest >= -1 ? -1 : Double.NEGATIVE_INFINITY;
    return new Bounds(least, highest <= 1 ? 1 : Double.POSITIVE_INFINITY);
  }
}
