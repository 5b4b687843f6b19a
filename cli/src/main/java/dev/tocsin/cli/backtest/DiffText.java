package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.AlertPair;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.PastAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A difference for people. */
final class DiffText {
  /** More of one kind are counted. */
  static final int MOST = 20;

  private final DiffReport report;
  private final AlertDiff diff;
  private final int width;

  DiffText(DiffReport report, int width) {
    this.report = report;
    this.diff = report.diff();
    this.width = width;
  }

  List<AttributedString> lines() {
    List<AttributedString> lines = new ArrayList<>(head());
    section(lines, byRule());
    section(lines, pages());
    section(lines, list("Added", Palette.RED, diff.added(), this::time, this::life));
    section(lines, list("Removed", Palette.GREEN, diff.removed(), this::time, this::life));
    section(
        lines,
        list("Moved", Palette.YELLOW, diff.moved(), pair -> time(pair.before()), this::move));
    report.detections().ifPresent(each -> section(lines, detections(each)));
    return lines;
  }

  private List<AttributedString> head() {
    Backtest after = diff.after();
    Table table = new Table(Align.LEFT, Align.LEFT);
    entry(table, "Old", report.oldRules() + ": " + DiffWords.totals(diff.before()));
    entry(table, "New", report.newRules() + ": " + DiffWords.totals(after));
    entry(table, "Trace", after.trace());
    entry(
        table,
        "Traffic",
        Counts.of(after.events(), "event")
            + " in "
            + Durations.text(Duration.between(after.from(), after.until())));
    BacktestWords.leftOut(after.leftOut()).ifPresent(words -> entry(table, "Left out", words));
    entry(table, "Alerts", DiffWords.changes(diff));
    return table.lines(width, 0);
  }

  private static void entry(Table table, String name, String text) {
    table.row(List.of(Palette.text(name, Palette.STRONG), Palette.text(text)));
  }

  private List<AttributedString> byRule() {
    Table table =
        new Table(
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.LEFT);
    table.row(Palette.STRONG, "By rule", "old", "new", "added", "removed", "moved", "noticed");
    for (String rule : DiffWords.rules(diff)) {
      AlertDiff own = diff.ofRule(rule);
      int pairs = own.pairs().size();
      AttributedStyle style = own.isEmpty() ? Palette.FAINT : Palette.PLAIN;
      table.row(
          style,
          rule,
          count(pairs + own.removed().size()),
          count(pairs + own.added().size()),
          count(own.added().size()),
          count(own.removed().size()),
          count(own.moved().size()),
          DiffWords.shift(own.shift()));
    }
    return table.lines(width, 0);
  }

  private List<AttributedString> pages() {
    List<DiffWords.PageCount> counts = DiffWords.pageCounts(diff);
    if (counts.isEmpty()) {
      return List.of();
    }
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT);
    table.row(Palette.STRONG, "Pages", "old", "new");
    counts.forEach(
        each ->
            table.row(
                each.before() == each.after() ? Palette.FAINT : Palette.PLAIN,
                each.name(),
                count(each.before()),
                count(each.after())));
    return table.lines(width, 0);
  }

  private <T> List<AttributedString> list(
      String heading,
      AttributedStyle style,
      List<T> all,
      Function<T, String> time,
      Function<T, String> text) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.add(Palette.text(heading, style.bold()));
    Table table = new Table(Align.LEFT, Align.LEFT);
    all.stream()
        .limit(MOST)
        .forEach(each -> table.row(Palette.PLAIN, time.apply(each), text.apply(each)));
    lines.addAll(table.lines(width, 2));
    if (all.size() > MOST) {
      lines.add(Palette.text("  and " + (all.size() - MOST) + " more", Palette.FAINT));
    }
    return lines;
  }

  private String time(PastAlert alert) {
    return BacktestWords.time(alert.fired().orElse(Instant.EPOCH), diff.after().zone());
  }

  private String life(PastAlert alert) {
    return alert.name() + " " + DiffWords.life(alert, diff.after().until());
  }

  private String move(AlertPair pair) {
    return pair.before().name() + " " + DiffWords.moved(pair);
  }

  private List<AttributedString> detections(DiffReport.Detections detections) {
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT);
    table.row(Palette.STRONG, "Incidents", "old", "new");
    for (DetectionRow row : DetectionRow.of(detections)) {
      table.row(Palette.PLAIN, row.name(), row.before(), row.after());
    }
    List<AttributedString> lines = new ArrayList<>(table.lines(width, 0));
    lines.addAll(DetectionText.outside(detections.after(), width, 0));
    return lines;
  }

  private static String count(long number) {
    return number == 0 ? "-" : Counts.grouped(number);
  }

  private static void section(List<AttributedString> lines, List<AttributedString> section) {
    if (!section.isEmpty()) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(section);
    }
  }
}
