package dev.tocsin.cli.backtest;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.json.Json;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin diff}: what becomes of alerts when rules change. */
@Command(
    name = "diff",
    description = {
      "Shows what becomes of the alerts on recorded traffic when rules change.",
      "Which are added, which are gone, and which fire at another time, with another severity or",
      "to others. Nothing is sent anywhere."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin diff old.yaml new.yaml --trace week.jsonl.gz",
      "  tocsin diff old.yaml new.yaml --trace week.jsonl.gz --format markdown --fail-on removed"
    })
public final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", description = "The rule file as it is (YAML)")
  private Path oldRules = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The rule file as it shall be (YAML)")
  private Path newRules = Path.of("");

  @Mixin private final Traffic traffic = new Traffic();

  @Mixin private final IncidentOptions incidents = new IncidentOptions();

  @Option(
      names = "--near",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Alerts no further apart than this are taken for the same (default: 10m)")
  private Duration near = AlertDiff.NEAR;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description = "End with exit code 1 when alerts are added, removed, moved, or any of these")
  private List<FailOn> failOn = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default), json or markdown")
  private ReportFormat format = ReportFormat.TEXT;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    traffic.check();
    StyledOutput out = console.styledOut(common.color());
    StyledOutput err = console.styledErr(common.color());
    Plan before = Traffic.rules(oldRules, err).orThrow();
    Plan after = Traffic.rules(newRules, err).orThrow();
    Optional<Sweep.Truth> truth =
        incidents.truth(names(before, after), traffic.start(), traffic.zone());
    AlertDiff diff = AlertDiff.of(traffic.run(before), traffic.run(after), near);
    DiffReport report =
        new DiffReport(
            oldRules.toString(),
            newRules.toString(),
            diff,
            truth.map(known -> detections(diff, known)));
    switch (format) {
      case TEXT -> out.print(new DiffText(report, out.width()).lines());
      case JSON -> out.line(Json.of(DiffJson.of(report)));
      case MARKDOWN -> DiffMarkdown.lines(report).forEach(out::line);
    }
    return verdict(diff);
  }

  private static Set<String> names(Plan before, Plan after) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(after, before)
        .flatMap(plan -> plan.rules().stream())
        .map(RulePlan::name)
        .forEach(names::add);
    return names;
  }

  private static DiffReport.Detections detections(AlertDiff diff, Sweep.Truth known) {
    return new DiffReport.Detections(
        diff.before().detection(known.incidents(), known.slack()),
        diff.after().detection(known.incidents(), known.slack()));
  }

  private int verdict(AlertDiff diff) {
    int code = ExitCode.DONE;
    for (FailOn each : failOn) {
      long count = each.count(diff);
      if (count > 0) {
        String what = each == FailOn.ANY ? "changed" : each.toString();
        console
            .err()
            .println(
                "tocsin: " + Counts.of(count, "alert") + " " + what + " (--fail-on " + each + ")");
        code = ExitCode.WRONG;
      }
    }
    return code;
  }
}
