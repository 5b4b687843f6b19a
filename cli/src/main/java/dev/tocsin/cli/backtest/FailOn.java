package dev.tocsin.cli.backtest;

import dev.tocsin.testkit.backtest.AlertDiff;
import java.util.Locale;

/** What of a difference closes the gate. */
enum FailOn {
  /** Alerts that were not there before. */
  ADDED,
  /** Alerts that are no longer there. */
  REMOVED,
  /** Alerts at another time, of another severity, or told to others. */
  MOVED,
  /** Any of these. */
  ANY;

  /** How many alerts of a difference are so. */
  long count(AlertDiff diff) {
    return switch (this) {
      case ADDED -> diff.added().size();
      case REMOVED -> diff.removed().size();
      case MOVED -> diff.moved().size();
      case ANY -> ADDED.count(diff) + REMOVED.count(diff) + MOVED.count(diff);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
