package dev.tocsin.cli.check;

import java.util.Locale;

/** How problems are shown. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** One object a line. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
