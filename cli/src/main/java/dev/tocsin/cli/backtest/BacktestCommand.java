package dev.tocsin.cli.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.ReportOption;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.json.Json;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.BacktestJson;
import dev.tocsin.testkit.backtest.Sweep;
import dev.tocsin.testkit.report.Judgement;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportSubject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin backtest}: what rules would have meant to those who are told. */
@Command(
    name = "backtest",
    description = {
      "Adds up what rules would have meant on recorded traffic: alerts, pages, noise.",
      "Alerts by rule and severity, how long they fired, who would have been called at what hour,",
      "and how much of it was noise. Nothing is sent anywhere."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin backtest alert_rules.yaml --trace week.jsonl.gz",
      "  tocsin backtest alert_rules.yaml --trace week.jsonl.gz --incidents incidents.yaml",
      "  tocsin backtest alert_rules.yaml --trace week.jsonl.gz --sweep slow:threshold=1s..5s"
    })
public final class BacktestCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Mixin private final Traffic traffic = new Traffic();

  @Mixin private final IncidentOptions incidents = new IncidentOptions();

  @Mixin private final SweepOptions sweep = new SweepOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default), json or markdown")
  private ReportFormat format = ReportFormat.TEXT;

  @Mixin private final ReportOption reportOption = new ReportOption();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    traffic.check();
    Optional<Path> html = reportOption.file(traffic.files());
    StyledOutput out = console.styledOut(common.color());
    CheckedRules checked = Traffic.rules(rules, console.styledErr(common.color()));
    Plan plan = checked.orThrow();
    List<String> names = plan.rules().stream().map(RulePlan::name).toList();
    Optional<Sweep.Truth> truth = incidents.truth(names, traffic.start(), traffic.zone());
    Optional<Sweep> swept = sweep.run(checked, traffic::run, truth);
    Replay replay = traffic.prepared(plan).run();
    Backtest backtest = Backtest.of(replay);
    BacktestReport report =
        new BacktestReport(
            rules.toString(),
            backtest,
            truth.map(known -> backtest.detection(known.incidents(), known.slack())),
            swept);
    switch (format) {
      case TEXT -> out.print(new BacktestText(report, out.width()).lines());
      case JSON -> out.line(Json.of(BacktestJson.of(backtest, report.detection(), report.sweep())));
      case MARKDOWN -> BacktestMarkdown.lines(report).forEach(out::line);
    }
    if (html.isPresent()) {
      Judgement judgement = new Judgement(report.detection(), report.sweep());
      ReportSubject subject = ReportSubject.backtest(rules.toString(), replay.trace(), judgement);
      Report.of(subject, replay, traffic.prepared(plan)).writeTo(html.get());
      console.styledErr(common.color()).line("tocsin: report in " + html.get());
    }
    return ExitCode.DONE;
  }
}
