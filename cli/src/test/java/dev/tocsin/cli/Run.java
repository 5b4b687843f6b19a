package dev.tocsin.cli;

import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.OutputClosed;
import dev.tocsin.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * One run of the program inside this one.
 *
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int exitCode, String out, String err) {

  static Run of(Object... arguments) {
    return on(Screen.PIPED, arguments);
  }

  /** With both streams on such a screen. */
  static Run on(Screen screen, Object... arguments) {
    return on(screen, new ByteArrayOutputStream(), Map.of(), arguments);
  }

  /** With these variables in its environment. */
  static Run with(Map<String, String> environment, Object... arguments) {
    return on(Screen.PIPED, new ByteArrayOutputStream(), environment, arguments);
  }

  /** With a reader of standard output that is gone before the first byte. */
  static Run unread(Object... arguments) {
    ByteArrayOutputStream closed =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            throw new OutputClosed();
          }
        };
    return on(Screen.PIPED, closed, Map.of(), arguments);
  }

  private static Run on(
      Screen screen,
      ByteArrayOutputStream out,
      Map<String, String> environment,
      Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            screen,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            screen,
            environment);
    String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int exitCode = Main.run(console, words);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** With the names of a temporary folder taken out of the texts. */
  Run without(Path folder) {
    return new Run(exitCode, out.replace(folder + "/", ""), err.replace(folder + "/", ""));
  }
}
