package dev.tocsin.cli.replay;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.ReportOption;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.BottomLine;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportSubject;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin replay}: what would have fired. */
@Command(
    name = "replay",
    description = {
      "Runs recorded traffic through the rules and shows what would have fired.",
      "Nothing is sent anywhere."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin replay alert_rules.yaml last_week.jsonl.gz",
      "  tocsin replay --fail-on firing alert_rules.yaml trace.jsonl",
      "  tocsin replay --json alert_rules.yaml trace.jsonl | jq 'select(.to == \"firing\")'"
    })
public final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TRACE",
      description = "The recorded calls: JSON lines, or what others write; plain, .gz or .zst")
  private Path trace = Path.of("");

  @Option(names = "--json", description = "Write JSON lines: transitions, then a summary")
  private boolean json;

  @Option(
      names = "--evidence",
      description = "Show with what fires the calls and segments that show why")
  private boolean evidence;

  @Option(
      names = "--messages",
      description = "Show what channels would be told, as if all of it arrived")
  private boolean messages;

  @Option(names = "--strict", description = "Stop at the first broken line of the trace")
  private boolean strict;

  @Option(names = "--drain", description = "Go on after the last event until all windows are empty")
  private boolean drain;

  @Option(
      names = "--allowed-lateness",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How far lines may be out of order: 500ms, 30s (the default), 10m, 2h, 1d")
  private @Nullable Duration allowedLateness;

  @Option(
      names = "--fail-on",
      paramLabel = "firing",
      description = "End with exit code 1 when any rule fired")
  private @Nullable FailOn failOn;

  @Option(
      names = "--timeline",
      paramLabel = "WHICH",
      defaultValue = "brief",
      description =
          "brief (the default: " + Timeline.MOST_ALERTS + " alerts a rule and day) or full")
  private TimelineMode timeline = TimelineMode.BRIEF;

  @Option(
      names = "--limit-bad",
      paramLabel = "N",
      defaultValue = "10",
      converter = NotNegative.class,
      description = "How many broken lines to show (default: 10)")
  private int limitBad;

  @Option(names = "--no-progress", description = "Show no progress bar")
  private boolean noProgress;

  @Mixin private final ReportOption reportOption = new ReportOption();

  @Mixin private final TraceOptions source = new TraceOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    InputFiles.check(rules, trace);
    Optional<Path> html = reportOption.file(List.of(trace));
    Plan plan = plan();
    ReplayInput input = new ReplayInput(rules, ruleLines(plan), trace, size(trace));
    ReplayReport report = report();
    ReplayWatch watch = watch(report, input);
    watch.write(() -> report.begin(input));
    if (html.isPresent()) {
      reported(plan, watch, report, html.get());
    } else {
      ReplaySummary summary = replay(plan, watch);
      watch.write(() -> report.end(summary));
    }
    return verdict(watch.firings());
  }

  private Plan plan() throws IOException {
    CheckedRules checked = Rules.check(rules);
    Plan plan = checked.orThrow();
    if (!checked.diagnostics().isEmpty()) {
      RuleProblems.print(checked.diagnostics(), console.styledErr(common.color()));
    }
    return plan;
  }

  /** Keeps what happens, for the file, besides telling it. */
  private void reported(Plan plan, ReplayWatch watch, ReplayReport report, Path html)
      throws IOException {
    dev.tocsin.testkit.Replay first;
    try (watch) {
      first = run(plan).listeners(List.of(watch)).run();
    }
    watch.write(() -> report.end(first.summary()));
    ReportSubject subject = ReportSubject.replay(rules.toString(), trace.toString());
    Report.of(subject, first, run(plan)).writeTo(html);
    console.styledErr(common.color()).line("tocsin: report in " + html);
  }

  private TraceRun run(Plan plan) {
    TraceRun run =
        TraceRun.of(plan, new FileTrace(trace, source.formats())).strict(strict).drain(drain);
    if (allowedLateness != null) {
      run.allowedLateness(allowedLateness);
    }
    return run;
  }

  private ReplaySummary replay(Plan plan, ReplayWatch watch) {
    List<Evaluator> evaluators =
        ServiceLoader.load(Evaluator.class).stream().map(ServiceLoader.Provider::get).toList();
    var replay =
        Replay.of(plan, trace)
            .strict(strict)
            .drain(drain)
            .evaluators(evaluators)
            .formats(source.formats())
            .listener(watch);
    if (allowedLateness != null) {
      replay.allowedLateness(allowedLateness);
    }
    try (watch) {
      return replay.run();
    }
  }

  private ReplayReport report() {
    StyledOutput out = console.styledOut(common.color());
    SkippedLines skipped = new SkippedLines(limitBad);
    return json
        ? new JsonReport(out, console.styledErr(common.color()), skipped, evidence, messages)
        : new TextReport(out, timeline, skipped, evidence, messages);
  }

  private ReplayWatch watch(ReplayReport report, ReplayInput input) {
    boolean needsVerdict = failOn == FailOn.FIRING;
    if (noProgress || !console.errScreen().terminal()) {
      return new ReplayWatch(report, null, null, needsVerdict);
    }
    BottomLine bottom = new BottomLine(console.err(), console.errScreen().width());
    Runtime.getRuntime().addShutdownHook(new Thread(bottom::close)); // Ctrl-C
    ReplayProgressBar bar = new ReplayProgressBar(input.traceBytes(), bottom, console.unicode());
    return new ReplayWatch(report, bottom, bar, needsVerdict);
  }

  private int verdict(long firings) {
    if (failOn != FailOn.FIRING || firings == 0) {
      return ExitCode.DONE;
    }
    console.err().println("tocsin: " + Counts.of(firings, "alert") + " fired (--fail-on firing)");
    return ExitCode.WRONG;
  }

  private static List<RuleLine> ruleLines(Plan plan) {
    return plan.rules().stream()
        .map(rule -> new RuleLine(rule.name(), rule.severity(), rule.channels()))
        .toList();
  }

  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : -1;
  }
}
