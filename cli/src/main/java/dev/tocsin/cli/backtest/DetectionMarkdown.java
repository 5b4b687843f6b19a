package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.backtest.MarkdownTable.cell;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.PastAlert;
import dev.tocsin.testkit.backtest.RuleDetection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How well incidents were noticed, for a pull request. */
final class DetectionMarkdown {
  private DetectionMarkdown() {}

  static List<String> lines(Detection detection, ZoneId zone) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "",
                "Incidents: " + DetectionWords.totals(detection) + ".",
                "Scores: " + DetectionWords.scores(detection) + "."));
    if (!detection.incidents().isEmpty()) {
      lines.add("");
      lines.addAll(incidents(detection, zone).lines());
    }
    lines.addAll(outside(detection));
    if (!detection.rules().isEmpty()) {
      lines.add("");
      lines.addAll(rules(detection).lines());
    }
    return lines;
  }

  /** What does not count, by name, as a paragraph. */
  static List<String> outside(Detection detection) {
    return DetectionWords.outside(detection)
        .map(words -> List.of("", cell(words) + "."))
        .orElse(List.of());
  }

  private static MarkdownTable incidents(Detection detection, ZoneId zone) {
    MarkdownTable table =
        new MarkdownTable(3, List.of("From", "Incident", "First by", "Alerts", "Noticed after"));
    for (Detection.Noticed each : detection.incidents()) {
      table.row(
          List.of(
              BacktestWords.time(each.incident().from(), zone),
              each.incident().name(),
              each.first().map(PastAlert::name).orElse("-"),
              Counts.grouped(each.by()),
              DetectionWords.noticed(each)));
    }
    return table;
  }

  private static MarkdownTable rules(Detection detection) {
    MarkdownTable table =
        new MarkdownTable(
            1, List.of("Rule", "Fired", "Right", "Precision", "Noticed", "Of", "Recall"));
    for (RuleDetection each : detection.rules()) {
      table.row(
          List.of(
              each.rule(),
              Counts.grouped(each.alerts()),
              Counts.grouped(each.right()),
              DetectionWords.share(each.precision()),
              Counts.grouped(each.noticed()),
              Counts.grouped(each.concerned()),
              DetectionWords.share(each.recall())));
    }
    return table;
  }
}
