package dev.tocsin.cli.command;

import java.util.Locale;

/** How a result is shown. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** One object a line. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
