package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.RuleDetection;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** How well incidents were noticed, for people. */
final class DetectionText {
  private DetectionText() {}

  static List<AttributedString> lines(Detection detection, Backtest backtest, int width) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(AttributedString.EMPTY);
    lines.add(Palette.text("Incidents", Palette.STRONG));
    lines.add(Palette.text("  " + DetectionWords.totals(detection)));
    lines.add(Palette.text("  " + DetectionWords.scores(detection)));
    lines.addAll(outside(detection, width, 2));
    if (!detection.incidents().isEmpty()) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(table(detection, backtest).lines(width, 0));
    }
    if (!detection.rules().isEmpty()) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(rules(detection).lines(width, 0));
    }
    return lines;
  }

  /** What does not count, by name. */
  static List<AttributedString> outside(Detection detection, int width, int indent) {
    return DetectionWords.outside(detection)
        .map(
            words ->
                new Paragraph(width, indent + 2)
                    .add(0, Palette.text(" ".repeat(indent)))
                    .add(0, Palette.text(words, Palette.FAINT))
                    .lines())
        .orElse(List.of());
  }

  private static Table table(Detection detection, Backtest backtest) {
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.row(Palette.STRONG, "From", "alerts", "noticed after", "incident");
    for (Detection.Noticed each : detection.incidents()) {
      boolean missed = each.first().isEmpty();
      table.row(
          missed ? Palette.RED : Palette.PLAIN,
          BacktestWords.time(each.incident().from(), backtest.zone()),
          Counts.grouped(each.by()),
          DetectionWords.noticed(each),
          each.incident().name()
              + each.first().map(alert -> ", first by " + alert.name()).orElse(""));
    }
    return table;
  }

  private static Table rules(Detection detection) {
    Table table =
        new Table(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.row(Palette.STRONG, "By rule", "fired", "right", "precision", "noticed", "recall");
    for (RuleDetection each : detection.rules()) {
      table.row(
          Palette.PLAIN,
          each.rule(),
          Counts.grouped(each.alerts()),
          Counts.grouped(each.right()),
          DetectionWords.share(each.precision()),
          Counts.grouped(each.noticed()) + " of " + Counts.grouped(each.concerned()),
          DetectionWords.share(each.recall()));
    }
    return table;
  }
}
