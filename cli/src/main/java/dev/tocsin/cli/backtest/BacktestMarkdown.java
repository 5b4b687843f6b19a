package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.backtest.MarkdownTable.cell;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.ReceiverTally;
import dev.tocsin.testkit.backtest.RuleTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A backtest for a pull request. */
final class BacktestMarkdown {
  private BacktestMarkdown() {}

  static List<String> lines(Backtest backtest, String rules) {
    List<String> lines = new ArrayList<>();
    lines.add("### Backtest of " + cell(rules));
    lines.add("");
    lines.add(
        "%s in %s of %s. Alerts: %s. Noise: %s."
            .formatted(
                Counts.of(backtest.events(), "event"),
                Durations.text(Duration.between(backtest.from(), backtest.until())),
                cell(backtest.trace()),
                BacktestWords.alerts(backtest.all()),
                BacktestWords.noise(backtest.noise())));
    lines.add("");
    lines.addAll(rules(backtest));
    if (!backtest.receivers().isEmpty()) {
      lines.add("");
      lines.addAll(receivers(backtest));
    }
    return lines;
  }

  private static List<String> rules(Backtest backtest) {
    MarkdownTable table =
        new MarkdownTable(
            2,
            List.of(
                "Rule",
                "Severity",
                "Fired",
                "Waited",
                "Flapped",
                "Total",
                "Median",
                "Longest",
                "Pages"));
    for (RuleTally rule : backtest.rules()) {
      List<String> cells = new ArrayList<>(List.of(rule.rule(), rule.severity().label()));
      cells.addAll(
          rule.hadData()
              ? BacktestWords.counts(rule.tally())
              : List.of("no data", "-", "-", "-", "-", "-"));
      cells.add(Counts.grouped(rule.pages()));
      table.row(cells);
    }
    return table.lines();
  }

  private static List<String> receivers(Backtest backtest) {
    MarkdownTable table =
        new MarkdownTable(2, List.of("Receiver", "Channel", "Messages", "Pages", "Busiest hour"));
    for (ReceiverTally each : backtest.receivers()) {
      table.row(
          List.of(
              each.receiver(),
              each.channel(),
              Counts.grouped(each.messages()),
              Counts.grouped(each.pages()),
              HourText.busiest(each.pagesByHour())));
    }
    return table.lines();
  }
}
