package dev.tocsin.cli.test;

import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.testkit.mutation.Mutant;
import dev.tocsin.testkit.mutation.MutationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Tells which changes of rules no test noticed. */
final class MutationReport {
  private static final int HUNDRED = 100;

  private MutationReport() {}

  static void print(Path file, MutationResult result, StyledOutput out) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(Palette.text(file + ": " + heading(result)));
    if (!result.untried().isEmpty()) {
      lines.add(
          Palette.text(
              "  " + Counts.of(result.untried().size(), "change") + " not tried: --budget",
              Palette.YELLOW));
    }
    if (!result.survived().isEmpty()) {
      Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
      for (Mutant mutant : result.survived()) {
        table.row(
            List.of(
                Palette.text(mutant.rule(), Palette.STRONG),
                Palette.text(mutant.text()),
                Palette.text(mutant.place().toString(), Palette.FAINT)));
      }
      lines.add(Palette.text("Not noticed by any test:"));
      lines.addAll(table.lines(out.width(), 2));
    }
    out.print(lines);
  }

  private static String heading(MutationResult result) {
    if (result.all() == 0) {
      return "there is nothing to change in its rules";
    }
    int noticed = result.noticed().size();
    return "tests notice %d of %s of its rules (%d%%)"
        .formatted(noticed, Counts.of(result.all(), "change"), HUNDRED * noticed / result.all());
  }
}
