package dev.tocsin.cli.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.run.FileTraces;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.testkit.run.TraceRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what rules are run on. */
final class Traffic {
  @Option(
      names = "--trace",
      paramLabel = "TRACE",
      required = true,
      description = "The recorded calls, as for tocsin replay; several files count as one")
  private List<Path> traces = List.of();

  @Option(
      names = "--allowed-lateness",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How far lines may be out of order: 500ms, 30s (the default), 10m, 2h, 1d")
  private @Nullable Duration lateness;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Of the hours of the day: Europe/Berlin (default: UTC)")
  private String zone = "UTC";

  @Mixin private final TraceOptions source = new TraceOptions();

  /**
   * Looks at the files before anything is run.
   *
   * @throws CommandFailure when one is no trace, or can be read only once
   */
  void check() {
    traces.forEach(each -> InputFiles.checkTraceReadAgain(each, "its beginning is read once more"));
  }

  /** When the traffic begins. */
  Instant start() {
    return trace().start();
  }

  /** The files that are read. */
  List<Path> files() {
    return traces;
  }

  /** Runs rules on all of it; may be called by several threads. */
  Backtest run(Plan plan) {
    return Backtest.of(prepared(plan).run());
  }

  /** A run of rules on all of it. */
  TraceRun prepared(Plan plan) {
    TraceRun run = TraceRun.of(plan, trace()).zone(zone());
    if (lateness != null) {
      run.allowedLateness(lateness);
    }
    return run;
  }

  private TraceInput trace() {
    return new FileTraces(traces, source.formats());
  }

  ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          "--zone: there is no zone '" + zone + "'", Optional.of("write it as Europe/Berlin"));
    }
  }

  /** Rules that have no errors; what is doubtful in them is told. */
  static CheckedRules rules(Path file, StyledOutput err) throws IOException {
    InputFiles.checkRules(file);
    CheckedRules checked = Rules.check(file);
    checked.orThrow();
    if (!checked.diagnostics().isEmpty()) {
      RuleProblems.print(checked.diagnostics(), err);
    }
    return checked;
  }
}
