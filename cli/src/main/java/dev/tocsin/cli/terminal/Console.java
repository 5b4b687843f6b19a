package dev.tocsin.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.spi.SystemStream;

/**
 * The two streams of a run and what stands behind them. Text is UTF-8 whatever the locale, since
 * JSON has to be.
 *
 * @param out what was asked for
 * @param outScreen where {@code out} is seen
 * @param err everything else
 * @param errScreen where {@code err} is seen
 * @param environment the variables of the process
 */
public record Console(
    PrintStream out,
    Screen outScreen,
    PrintStream err,
    Screen errScreen,
    Map<String, String> environment) {

  /** That of this process. */
  public static Console ofProcess() {
    Map<String, String> environment = System.getenv();
    Screens screens = new Screens(environment);
    WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    return new Console(
        new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8),
        screens.of(SystemStream.Output),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        screens.of(SystemStream.Error),
        environment);
  }

  /** Standard output with or without colour. */
  public StyledOutput styledOut(ColorMode mode) {
    return new StyledOutput(out, mode.colour(outScreen, environment), outScreen.width());
  }

  /** Standard error with or without colour. */
  public StyledOutput styledErr(ColorMode mode) {
    return new StyledOutput(err, mode.colour(errScreen, environment), errScreen.width());
  }

  /** Whether a terminal can be expected to show more than ASCII. */
  public boolean unicode() {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
  }
}
