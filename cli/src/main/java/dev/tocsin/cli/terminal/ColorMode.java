package dev.tocsin.cli.terminal;

import java.util.Locale;
import java.util.Map;

/** When to use colour. */
public enum ColorMode {
  /** On a terminal, unless NO_COLOR is set or the terminal is dumb. */
  AUTO,
  ALWAYS,
  NEVER;

  boolean colour(Screen screen, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          screen.terminal()
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
