package dev.tocsin.cli.test;

import dev.tocsin.CheckedRules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An HTML file for each test that failed. */
final class FailureReports {
  private FailureReports() {}

  /**
   * Checks that there is a folder, or that one can be made.
   *
   * @throws CommandFailure when a file is in its place, or in that of one above it
   */
  static void requireFolder(Path folder) {
    for (Path place = folder; place != null; place = place.getParent()) {
      if (Files.exists(place) && !Files.isDirectory(place)) {
        throw CommandFailure.usage(
            place + ": is a file, expected a folder",
            Optional.of("--report takes a folder, for one file for each test that fails"));
      }
    }
  }

  /**
   * Writes them; what cannot be replayed has none.
   *
   * @return the files, in the order of the tests
   */
  static List<Path> write(List<FileResult> results, Path folder) throws IOException {
    ReportNames names = new ReportNames();
    List<Path> written = new ArrayList<>();
    for (FileResult file : results) {
      for (TestResult result : file.results()) {
        Outcome outcome = result.outcome();
        Optional<CheckedRules> rules = file.checked().rules();
        if (!outcome.passed() && rules.isPresent()) {
          Optional<Report> report =
              outcome
                  .test()
                  .report(rules.get().orThrow(), rules.get().file().source().name(), outcome);
          if (report.isPresent()) {
            String test = file.checked().file().getFileName() + " " + outcome.test().fullName();
            Path to = folder.resolve(names.of(test));
            report.get().writeTo(to);
            written.add(to);
          }
        }
      }
    }
    return written;
  }
}
