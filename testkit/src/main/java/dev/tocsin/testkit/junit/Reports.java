package dev.tocsin.testkit.junit;

import dev.tocsin.testkit.report.Failure;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * HTML files of tests that failed, in the folder that the configuration parameter or system
 * property {@code tocsin.reports} names; none without it.
 */
final class Reports {
  /** Names the folder. */
  static final String FOLDER = "tocsin.reports";

  private Reports() {}

  /**
   * Where they go, if they are wanted.
   *
   * @param parameters of JUnit
   */
  static Optional<Path> folder(Function<String, Optional<String>> parameters) {
    return parameters
        .apply(FOLDER)
        .or(() -> Optional.ofNullable(System.getProperty(FOLDER)))
        .filter(folder -> !folder.isBlank())
        .map(Path::of);
  }

  /** Writes one; a second run of a test writes it again. */
  static String write(Path folder, String title, Report report) {
    Path file = folder.resolve(new ReportNames().of(title));
    try {
      report.writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return file.toString();
  }

  /** What a test threw. */
  static Failure failure(String test, Throwable why) {
    String message = String.valueOf(why.getMessage()).strip();
    int end = message.indexOf('\n');
    return new Failure(
        test,
        "",
        end < 0 ? message : message.substring(0, end),
        Optional.empty(),
        end < 0 ? List.of() : List.of(message.substring(end + 1).strip().split("\n", -1)));
  }
}
