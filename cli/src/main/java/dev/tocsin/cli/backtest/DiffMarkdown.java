package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.backtest.MarkdownTable.cell;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.AlertPair;
import dev.tocsin.testkit.backtest.PastAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A difference for a pull request. */
final class DiffMarkdown {
  private final DiffReport report;
  private final AlertDiff diff;
  private final List<String> lines = new ArrayList<>();

  private DiffMarkdown(DiffReport report) {
    this.report = report;
    this.diff = report.diff();
  }

  static List<String> lines(DiffReport report) {
    DiffMarkdown markdown = new DiffMarkdown(report);
    markdown.head();
    markdown.rules();
    markdown.pages();
    markdown.changes();
    report.detections().ifPresent(markdown::detections);
    return markdown.lines;
  }

  private void head() {
    lines.add("### Alerts: " + DiffWords.changes(diff));
    lines.add("");
    lines.add(
        "%s (%s) against %s (%s) on %s in %s of %s."
                .formatted(
                    cell(report.newRules()),
                    DiffWords.totals(diff.after()),
                    cell(report.oldRules()),
                    DiffWords.totals(diff.before()),
                    Counts.of(diff.after().events(), "event"),
                    Durations.text(Duration.between(diff.after().from(), diff.after().until())),
                    cell(diff.after().trace()))
            + BacktestMarkdown.leftOut(diff.after()));
  }

  private void rules() {
    List<String> changed =
        DiffWords.rules(diff).stream().filter(rule -> !diff.ofRule(rule).isEmpty()).toList();
    if (changed.isEmpty()) {
      return;
    }
    MarkdownTable table =
        new MarkdownTable(1, List.of("Rule", "Old", "New", "Added", "Removed", "Moved", "Noticed"));
    for (String rule : changed) {
      AlertDiff own = diff.ofRule(rule);
      table.row(
          List.of(
              rule,
              Counts.grouped(own.pairs().size() + own.removed().size()),
              Counts.grouped(own.pairs().size() + own.added().size()),
              Counts.grouped(own.added().size()),
              Counts.grouped(own.removed().size()),
              Counts.grouped(own.moved().size()),
              DiffWords.shift(own.shift())));
    }
    add(table);
  }

  private void pages() {
    List<DiffWords.PageCount> changed =
        DiffWords.pageCounts(diff).stream().filter(each -> each.before() != each.after()).toList();
    if (!changed.isEmpty()) {
      MarkdownTable table = new MarkdownTable(1, List.of("Pages", "Old", "New"));
      changed.forEach(
          each ->
              table.row(
                  List.of(
                      each.name(), Counts.grouped(each.before()), Counts.grouped(each.after()))));
      add(table);
    }
  }

  private void changes() {
    if (diff.isEmpty()) {
      return;
    }
    MarkdownTable table = new MarkdownTable(4, List.of("", "Time", "Alert", ""));
    diff.added().stream().limit(DiffText.MOST).forEach(each -> alert(table, "added", each));
    diff.removed().stream().limit(DiffText.MOST).forEach(each -> alert(table, "removed", each));
    for (AlertPair pair : diff.moved().stream().limit(DiffText.MOST).toList()) {
      PastAlert before = pair.before();
      table.row(List.of("moved", time(before), before.name(), DiffWords.moved(pair)));
    }
    add(table);
    int more = more(diff.added().size()) + more(diff.removed().size()) + more(diff.moved().size());
    if (more > 0) {
      lines.add("");
      lines.add("And " + Counts.grouped(more) + " more.");
    }
  }

  private static int more(int size) {
    return Math.max(0, size - DiffText.MOST);
  }

  private void alert(MarkdownTable table, String what, PastAlert alert) {
    table.row(
        List.of(what, time(alert), alert.name(), DiffWords.life(alert, diff.after().until())));
  }

  private String time(PastAlert alert) {
    return BacktestWords.time(alert.fired().orElse(Instant.EPOCH), diff.after().zone());
  }

  private void detections(DiffReport.Detections detections) {
    MarkdownTable table = new MarkdownTable(1, List.of("Incidents", "Old", "New"));
    DetectionRow.of(detections)
        .forEach(row -> table.row(List.of(row.name(), row.before(), row.after())));
    add(table);
    lines.addAll(DetectionMarkdown.outside(detections.after()));
  }

  private void add(MarkdownTable table) {
    lines.add("");
    lines.addAll(table.lines());
  }
}
