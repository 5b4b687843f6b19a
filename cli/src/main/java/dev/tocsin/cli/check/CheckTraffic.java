package dev.tocsin.cli.check;

import dev.tocsin.CheckedRules;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.backtest.TrafficDoubts;
import dev.tocsin.testkit.run.FileTraces;
import dev.tocsin.testkit.run.TraceRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recorded traffic that rules are held against, if there is any. */
final class CheckTraffic {
  @Option(
      names = "--trace",
      paramLabel = "TRACE",
      description = {
        "Recorded calls, as for tocsin replay: tell which rules never fire on them,",
        "fire all the time, or have no data; several files count as one"
      })
  private List<Path> traces = List.of();

  @Option(
      names = "--allowed-lateness",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How far lines may be out of order: 500ms, 30s (the default), 10m, 2h, 1d")
  private @Nullable Duration lateness;

  @Mixin private final TraceOptions source = new TraceOptions();

  boolean isGiven() {
    return !traces.isEmpty();
  }

  /** What the traffic says against rules that have no errors. */
  List<Diagnostic> doubts(CheckedRules rules) {
    if (traces.isEmpty() || rules.plan().isEmpty()) {
      return List.of();
    }
    traces.forEach(InputFiles::checkTrace);
    Plan plan = rules.orThrow();
    TraceRun run = TraceRun.of(plan, new FileTraces(traces, source.formats()));
    if (lateness != null) {
      run.allowedLateness(lateness);
    }
    return TrafficDoubts.of(rules.file(), plan, run);
  }
}
