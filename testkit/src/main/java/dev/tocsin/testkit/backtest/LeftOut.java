package dev.tocsin.testkit.backtest;

import dev.tocsin.replay.ReplaySummary;

/**
 * What of a trace no rule saw.
 *
 * @param skipped lines that could not be read
 * @param late events that were further out of order than allowed
 * @param duplicates repeated calls and scores
 */
public record LeftOut(long skipped, long late, long duplicates) {
  /** Nothing. */
  public static final LeftOut NONE = new LeftOut(0, 0, 0);

  static LeftOut of(ReplaySummary summary) {
    return new LeftOut(summary.skipped(), summary.late(), summary.duplicates());
  }
}
