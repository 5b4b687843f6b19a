package dev.tocsin.cli.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.json.Json;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.run.TraceRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin backtest}: what rules would have meant to those who are told. */
@Command(
    name = "backtest",
    description = {
      "Runs recorded traffic through the rules and adds up what they would have meant: alerts by",
      "rule and severity, how long they fired, who would have been called at what hour, and how",
      "much of it was noise. Nothing is sent anywhere."
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
      "  tocsin backtest alert_rules.yaml --trace week.jsonl.gz --format markdown"
    })
public final class BacktestCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Mixin private final Traffic traffic = new Traffic();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default), json or markdown")
  private ReportFormat format = ReportFormat.TEXT;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StyledOutput out = console.styledOut(common.color());
    CheckedRules checked = Traffic.rules(rules, console.styledErr(common.color()));
    TraceRun run = TraceRun.of(checked.orThrow(), traffic.trace()).zone(traffic.zone());
    traffic.lateness().ifPresent(run::allowedLateness);
    Backtest backtest = Backtest.of(run.run());
    switch (format) {
      case TEXT -> out.print(new BacktestText(backtest, out.width()).lines(rules.toString()));
      case JSON -> out.line(Json.of(BacktestJson.of(backtest)));
      case MARKDOWN -> BacktestMarkdown.lines(backtest, rules.toString()).forEach(out::line);
    }
    return ExitCode.DONE;
  }
}
