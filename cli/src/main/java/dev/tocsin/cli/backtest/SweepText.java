package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.backtest.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The curve of alerts against thresholds, for people. */
final class SweepText {
  private static final int LONGEST_BAR = 10;

  private SweepText() {}

  static List<AttributedString> lines(Sweep sweep, int width) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(AttributedString.EMPTY);
    lines.add(Palette.text(heading(sweep), Palette.STRONG));
    lines.addAll(table(sweep).lines(width, 0));
    for (Sweep.Refused refused : sweep.refused()) {
      lines.addAll(
          new Paragraph(width, 2).add(0, Palette.text(refused(refused), Palette.YELLOW)).lines());
    }
    return lines;
  }

  /** {@code Sweep of slow: threshold, 2s in the file}. */
  static String heading(Sweep sweep) {
    return "Sweep of "
        + sweep.rule()
        + ": "
        + what(sweep)
        + ", "
        + sweep.current()
        + " in the file";
  }

  /** {@code --sweep: not with 95: why}. */
  static String refused(Sweep.Refused refused) {
    return "--sweep: not with " + refused.value() + ": " + refused.why();
  }

  static String what(Sweep sweep) {
    return sweep.what().name().toLowerCase(Locale.ROOT);
  }

  private static Table table(Sweep sweep) {
    boolean known = sweep.points().stream().anyMatch(point -> point.detection().isPresent());
    long most = sweep.points().stream().mapToLong(point -> point.tally().alerts()).max().orElse(0);
    Table table =
        new Table(
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.LEFT);
    table.row(
        Palette.STRONG,
        what(sweep),
        "alerts",
        "firing",
        "pages",
        known ? "precision" : "",
        known ? "recall" : "",
        known ? "noticed after" : "",
        "");
    for (Sweep.Point point : sweep.points()) {
      long alerts = point.tally().alerts();
      AttributedStyle style = alerts == 0 ? Palette.FAINT : Palette.PLAIN;
      table.row(
          style,
          point.value(),
          alerts == 0 ? "-" : Counts.grouped(alerts),
          alerts == 0 ? "-" : Durations.text(point.tally().firing().total()),
          point.pages() == 0 ? "-" : Counts.grouped(point.pages()),
          point.detection().map(each -> DetectionWords.share(each.precision())).orElse(""),
          point.detection().map(each -> DetectionWords.share(each.recall())).orElse(""),
          point.detection().map(each -> DetectionWords.after(each.timeToDetect())).orElse(""),
          bar(alerts, most));
    }
    return table;
  }

  /** At least one mark where there is anything. */
  static String bar(long alerts, long most) {
    return alerts == 0 ? "" : "#".repeat((int) Math.max(1, alerts * LONGEST_BAR / most));
  }
}
