package dev.tocsin.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an HTML report goes, if one is wanted. */
public final class ReportOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "Write all of it as one HTML file too: alerts over plots of what rules read,",
        "costs, scores, tables. Takes the time of a second run"
      })
  private @Nullable Path report;

  /**
   * The file.
   *
   * @param traces what is read, twice with a report
   * @throws CommandFailure when one of them is no trace, can be read only once, or is the report
   */
  public Optional<Path> file(List<Path> traces) {
    if (report == null) {
      return Optional.empty();
    }
    if (Files.isDirectory(report)) {
      throw CommandFailure.usage(
          report + ": is a folder, expected a file",
          Optional.of("--report " + report + "/report.html"));
    }
    for (Path trace : traces) {
      if (isSame(trace, report)) {
        throw CommandFailure.usage(report + ": is the trace that is read", Optional.empty());
      }
      InputFiles.checkTraceReadAgain(trace, "a report reads it twice");
    }
    return Optional.of(report);
  }

  private static boolean isSame(Path trace, Path report) {
    try {
      return Files.exists(report) && Files.isSameFile(trace, report);
    } catch (IOException e) {
      return false; // what cannot be read is told of later
    }
  }
}
