package dev.tocsin.cli.check;

import java.util.Locale;

/** How the problems of rule files are shown. */
enum CheckFormat {
  /** For people. */
  TEXT,
  /** One object a line. */
  JSON,
  /** Workflow commands, which GitHub shows at the lines of a pull request. */
  GITHUB,
  /** SARIF 2.1.0, which code scanners read. */
  SARIF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
