package dev.tocsin.cli.test;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.testkit.coverage.Coverage;
import dev.tocsin.testkit.mutation.MutationResult;
import dev.tocsin.testkit.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin test}: whether rules do what their tests expect. */
@Command(
    name = "test",
    description = {
      "Runs rules on recorded or generated traffic and holds what they do against what is expected.",
      "Nothing is sent anywhere. Ends with 0 when all tests pass, 1 when one fails."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin test alert_rules_test.yaml",
      "  tocsin test --watch rules/",
      "  tocsin test --junit-xml target/tocsin.xml rules/"
    })
public final class TestCommand implements Callable<Integer> {
  private static final double HUNDRED = 100;

  private final Console console;
  private final InstantSource clock;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Test files, and folders with *_test.yaml below them (default: this folder)")
  private List<Path> files = List.of();

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Run the tests whose names have this in them")
  private @Nullable String only;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many tests run at once (default: as many as there are processors)")
  private @Nullable Integer jobs;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the results for build servers too")
  private @Nullable Path junitXml;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Write an HTML file there for each test that fails")
  private @Nullable Path reports;

  @Option(names = "--coverage", description = "List what of the rules no test has seen")
  private boolean coverage;

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      description = "End with exit code 1 when tests see less of the rules than this")
  private @Nullable Integer minCoverage;

  @Mixin private final MutationOptions mutation = new MutationOptions();

  @Option(names = "--watch", description = "Go on, and run again when a file changes")
  private boolean watch;

  @Mixin private final TraceOptions source = new TraceOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /**
   * A command that writes to {@code console}.
   *
   * @param clock measures how long tests take
   */
  public TestCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs != null && jobs < 1) {
      throw CommandFailure.usage("--jobs must be at least 1", Optional.empty());
    }
    if (minCoverage != null && (minCoverage < 0 || minCoverage > HUNDRED)) {
      throw CommandFailure.usage("--min-coverage must be 0 to 100", Optional.empty());
    }
    mutation.check();
    if (reports != null) {
      FailureReports.requireFolder(reports);
    }
    return watch ? new TestWatch(this::once, this::tell).run() : verdict(once());
  }

  private List<FileResult> once() throws IOException, InterruptedException {
    Instant began = clock.instant();
    TestReport report =
        new TestReport(console.styledOut(common.color()), console.styledErr(common.color()));
    String part = only == null ? "" : only;
    TestRun run =
        new TestRun(source.formats(), jobs(), test -> test.fullName().contains(part), clock);
    List<FileResult> results =
        run.run(TestFiles.of(files.isEmpty() ? List.of(Path.of("")) : files), report::file);
    report.end(results, Duration.between(began, clock.instant()));
    CoverageReport.print(CoverageReport.of(results), coverage, console.styledOut(common.color()));
    if (junitXml != null) {
      JUnitXml.write(results, junitXml);
    }
    if (reports != null) {
      StyledOutput err = console.styledErr(common.color());
      FailureReports.write(results, reports).forEach(file -> err.line("tocsin: report in " + file));
    }
    return results;
  }

  /** What kept the tests from being run again. */
  private void tell(Exception failure) {
    boolean mendable = failure instanceof CommandFailure;
    String text = mendable ? String.valueOf(failure.getMessage()) : failure.toString();
    console.styledErr(common.color()).line("tocsin: " + Printable.of(text));
  }

  private int verdict(List<FileResult> results) {
    if (results.stream()
        .allMatch(file -> file.results().isEmpty() && !file.checked().hasErrors())) {
      throw CommandFailure.usage(
          only == null ? "there is no test" : "no test has '" + only + "' in its name",
          Optional.empty());
    }
    boolean passed = results.stream().allMatch(FileResult::passed);
    boolean noticed = !passed || !mutation.areWanted() || isNoticed(results);
    boolean seen = minCoverage == null || isSeen(CoverageReport.of(results), minCoverage);
    return seen && noticed && passed ? ExitCode.DONE : ExitCode.WRONG;
  }

  private boolean isNoticed(List<FileResult> files) {
    List<MutationResult> results = new ArrayList<>();
    try {
      for (FileResult file : files) {
        MutationRun run = new MutationRun(jobs(), mutation.budget(), clock);
        MutationResult result = run.of(file.checked());
        MutationReport.print(file.checked().file(), result, console.styledOut(common.color()));
        results.add(result);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    Optional<String> missing = mutation.missing(results);
    missing.ifPresent(what -> console.err().println("tocsin: " + what));
    return missing.isEmpty();
  }

  private int jobs() {
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  private boolean isSeen(Coverage found, int least) {
    boolean enough = found.share() * HUNDRED >= least;
    if (!enough) {
      console
          .err()
          .println(
              "tocsin: tests see %s of the rules, less than %d%% (--min-coverage)"
                  .formatted(CoverageReport.percent(found), least));
    }
    return enough;
  }
}
