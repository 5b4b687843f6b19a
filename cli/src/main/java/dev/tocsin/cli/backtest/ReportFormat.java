package dev.tocsin.cli.backtest;

import java.util.Locale;

/** How a report is shown. */
enum ReportFormat {
  /** For people at a terminal. */
  TEXT,
  /** One object on one line. */
  JSON,
  /** For a pull request. */
  MARKDOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
