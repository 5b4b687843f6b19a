package dev.tocsin.cli.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/** Finds out what stands behind standard output and standard error, through JLine. */
final class Screens {
  private final @Nullable TerminalProvider provider;
  private final Map<String, String> environment;

  Screens(Map<String, String> environment) {
    this.environment = environment;
    this.provider = provider();
  }

  Screen of(SystemStream stream) {
    OptionalInt columns = columns();
    if (provider == null || !provider.isSystemStream(stream)) {
      return new Screen(false, columns.orElse(Screen.PIPED_WIDTH));
    }
    int width = provider.systemStreamWidth(stream);
    return new Screen(
        true, Math.max(Screen.NARROWEST, width > 0 ? width : columns.orElse(Screen.NARROWEST)));
  }

  private OptionalInt columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}")
        ? OptionalInt.of(Math.max(Screen.NARROWEST, Integer.parseInt(columns)))
        : OptionalInt.empty();
  }

  /** Without its native library (a system it is not built for) everything counts as a file. */
  private static @Nullable TerminalProvider provider() {
    try {
      return TerminalProvider.load("jni");
    } catch (IOException | LinkageError | RuntimeException e) {
      return null;
    }
  }
}
