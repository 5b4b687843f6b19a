package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.backtest.MarkdownTable.cell;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.ReceiverTally;
import dev.tocsin.testkit.backtest.RuleTally;
import dev.tocsin.testkit.backtest.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A backtest for a pull request. */
final class BacktestMarkdown {
  private BacktestMarkdown() {}

  static List<String> lines(BacktestReport report) {
    Backtest backtest = report.backtest();
    List<String> lines = new ArrayList<>();
    lines.add("### Backtest of " + cell(report.rules()));
    lines.add("");
    lines.add(
        "%s in %s of %s. Alerts: %s. Noise: %s."
                .formatted(
                    Counts.of(backtest.events(), "event"),
                    Durations.text(Duration.between(backtest.from(), backtest.until())),
                    cell(backtest.trace()),
                    BacktestWords.alerts(backtest.all()),
                    BacktestWords.noise(backtest.noise()))
            + leftOut(backtest));
    lines.add("");
    lines.addAll(rules(backtest));
    if (!backtest.receivers().isEmpty()) {
      lines.add("");
      lines.addAll(receivers(backtest));
    }
    report
        .detection()
        .ifPresent(each -> lines.addAll(DetectionMarkdown.lines(each, backtest.zone())));
    report.sweep().ifPresent(each -> lines.addAll(sweep(each)));
    return lines;
  }

  /** A sentence to be added. */
  static String leftOut(Backtest backtest) {
    return BacktestWords.leftOut(backtest.leftOut())
        .map(words -> " Left out: " + words + ".")
        .orElse("");
  }

  private static List<String> sweep(Sweep sweep) {
    boolean known = sweep.points().stream().anyMatch(point -> point.detection().isPresent());
    List<String> headings =
        new ArrayList<>(List.of(SweepText.what(sweep), "Alerts", "Total", "Pages"));
    if (known) {
      headings.addAll(List.of("Precision", "Recall", "Noticed after"));
    }
    MarkdownTable table = new MarkdownTable(0, headings);
    for (Sweep.Point point : sweep.points()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  point.value(),
                  Counts.grouped(point.tally().alerts()),
                  Durations.text(point.tally().firing().total()),
                  Counts.grouped(point.pages())));
      point
          .detection()
          .ifPresent(
              each ->
                  cells.addAll(
                      List.of(
                          DetectionWords.share(each.precision()),
                          DetectionWords.share(each.recall()),
                          DetectionWords.after(each.timeToDetect()))));
      table.row(cells);
    }
    List<String> lines = new ArrayList<>(List.of("", cell(SweepText.heading(sweep)) + ":", ""));
    lines.addAll(table.lines());
    for (Sweep.Refused refused : sweep.refused()) {
      lines.addAll(List.of("", cell(SweepText.refused(refused))));
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
