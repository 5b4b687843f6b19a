package dev.tocsin.cli.replay;

import java.util.Locale;

/** How much of the timeline is shown. */
enum TimelineMode {
  /** Every transition of the first {@link Timeline#MOST_ALERTS} alerts of a rule in a day. */
  BRIEF,
  /** Every transition. */
  FULL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
