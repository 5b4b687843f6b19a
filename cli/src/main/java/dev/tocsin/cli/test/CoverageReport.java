package dev.tocsin.cli.test;

import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.coverage.Coverage;
import dev.tocsin.testkit.coverage.Kind;
import dev.tocsin.testkit.coverage.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** Tells what of the rules tests have seen, and what none has. */
final class CoverageReport {
  private static final double HUNDRED = 100;

  private CoverageReport() {}

  static Coverage of(List<FileResult> files) {
    Coverage coverage = new Coverage();
    files.forEach(file -> file.checked().rules().ifPresent(coverage::add));
    files.forEach(file -> file.results().forEach(result -> coverage.saw(result.seen())));
    return coverage;
  }

  /**
   * Prints it.
   *
   * @param all whether what no test has seen is listed, not only counted
   */
  static void print(Coverage coverage, boolean all, StyledOutput out) {
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (coverage.total(kind) > 0) {
        counts.add(coverage.seen(kind) + " of " + coverage.total(kind) + " " + kind.plural());
      }
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.add(
        Palette.text(
            "Seen by tests: " + percent(coverage) + " (" + String.join(", ", counts) + ")"));
    if (all && !coverage.unseen().isEmpty()) {
      Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
      for (Point point : coverage.unseen()) {
        table.row(
            List.of(
                Palette.text(point.of(), Palette.STRONG),
                Palette.text(point.what()),
                Palette.text(point.place(), Palette.FAINT)));
      }
      lines.add(Palette.text("Not seen by any test:"));
      lines.addAll(table.lines(out.width(), 2));
    }
    out.print(lines);
  }

  static String percent(Coverage coverage) {
    return String.format(Locale.ROOT, "%.0f%%", Math.floor(HUNDRED * coverage.share()));
  }
}
