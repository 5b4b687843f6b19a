package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.backtest.AlertTally;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.ReceiverTally;
import dev.tocsin.testkit.backtest.RuleTally;
import dev.tocsin.testkit.backtest.SeverityTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A backtest for people. */
final class BacktestText {
  private final BacktestReport report;
  private final Backtest backtest;
  private final AlertTally all;
  private final int width;

  BacktestText(BacktestReport report, int width) {
    this.report = report;
    this.backtest = report.backtest();
    this.all = backtest.all();
    this.width = width;
  }

  List<AttributedString> lines() {
    List<AttributedString> lines = new ArrayList<>(head(report.rules()));
    section(lines, severities());
    section(lines, byRule());
    section(lines, receivers());
    report.detection().ifPresent(each -> lines.addAll(DetectionText.lines(each, backtest, width)));
    report.sweep().ifPresent(each -> lines.addAll(SweepText.lines(each, width)));
    return lines;
  }

  private List<AttributedString> head(String rules) {
    Table table = new Table(Align.LEFT, Align.LEFT);
    entry(table, "Rules", rules + " (" + Counts.of(backtest.rules().size(), "rule") + ")");
    entry(table, "Trace", backtest.trace());
    entry(
        table,
        "Traffic",
        "%s in %s, from %s to %s"
            .formatted(
                Counts.of(backtest.events(), "event"),
                Durations.text(Duration.between(backtest.from(), backtest.until())),
                BacktestWords.time(backtest.from(), backtest.zone()),
                BacktestWords.time(backtest.until(), backtest.zone())));
    BacktestWords.leftOut(backtest.leftOut()).ifPresent(words -> entry(table, "Left out", words));
    entry(table, "Alerts", BacktestWords.alerts(all));
    entry(table, "Noise", BacktestWords.noise(backtest.noise()));
    return table.lines(width, 0);
  }

  private static void entry(Table table, String name, String text) {
    table.row(List.of(Palette.text(name, Palette.STRONG), Palette.text(text)));
  }

  private List<AttributedString> severities() {
    Table table = table(Align.LEFT, Align.LEFT, 6);
    table.row(
        Palette.STRONG,
        "By severity",
        "",
        "fired",
        shown(all.waited(), "waited"),
        shown(all.flapped(), "flaps"),
        "total",
        "median",
        "longest");
    for (SeverityTally each : backtest.severities()) {
      List<AttributedString> cells = new ArrayList<>();
      cells.add(Palette.text(each.severity().label(), Palette.of(each.severity())));
      cells.add(AttributedString.EMPTY);
      cells.addAll(counts(each.tally()));
      table.row(cells);
    }
    return table.lines(width, 0);
  }

  private List<AttributedString> byRule() {
    Table table = table(Align.LEFT, Align.LEFT, 7);
    table.row(
        Palette.STRONG,
        "By rule",
        "severity",
        "fired",
        shown(all.waited(), "waited"),
        shown(all.flapped(), "flaps"),
        "total",
        "median",
        "longest",
        "pages");
    for (RuleTally rule : backtest.rules()) {
      AttributedStyle style = rule.tally().alerts() == 0 ? Palette.FAINT : Palette.PLAIN;
      List<AttributedString> cells = new ArrayList<>();
      cells.add(Palette.text(rule.rule(), style));
      cells.add(
          Palette.text(
              rule.severity().label(),
              style.equals(Palette.FAINT) ? style : Palette.of(rule.severity())));
      cells.addAll(rule.hadData() ? counts(rule.tally()) : noData());
      cells.add(Palette.text(rule.pages() == 0 ? "-" : Counts.grouped(rule.pages()), style));
      table.row(cells);
    }
    return table.lines(width, 0);
  }

  private static Table table(Align first, Align second, int numbers) {
    Align[] aligns = new Align[numbers + 2];
    Arrays.fill(aligns, Align.RIGHT);
    aligns[0] = first;
    aligns[1] = second;
    return new Table(aligns);
  }

  private static List<AttributedString> noData() {
    return List.of("no data", "", "", "", "", "").stream()
        .map(text -> Palette.text(text, Palette.FAINT))
        .toList();
  }

  private List<AttributedString> counts(AlertTally tally) {
    AttributedStyle style = tally.alerts() == 0 ? Palette.FAINT : Palette.PLAIN;
    List<String> texts = new ArrayList<>(BacktestWords.counts(tally));
    texts.set(1, shown(all.waited(), texts.get(1)));
    texts.set(2, shown(all.flapped(), texts.get(2)));
    return texts.stream().map(text -> Palette.text(text, style)).toList();
  }

  /** A column in which nothing is takes no room. */
  private static String shown(long inAll, String text) {
    return inAll == 0 ? "" : text;
  }

  private List<AttributedString> receivers() {
    if (backtest.receivers().isEmpty()) {
      return List.of();
    }
    Table table = new Table(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.row(Palette.STRONG, "By receiver", "channel", "messages", "pages", HourText.HEADING);
    for (ReceiverTally each : backtest.receivers()) {
      table.row(
          Palette.PLAIN,
          each.receiver(),
          each.channel(),
          Counts.grouped(each.messages()),
          Counts.grouped(each.pages()),
          HourText.of(each.pagesByHour()));
    }
    return table.lines(width, 0);
  }

  private static void section(List<AttributedString> lines, List<AttributedString> section) {
    if (!section.isEmpty()) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(section);
    }
  }
}
