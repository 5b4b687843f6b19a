package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import java.util.List;
import org.jline.utils.AttributedStyle;

/** Each problem with its line and a caret, then one line of counts. */
final class TextCheckReport implements CheckReport {
  private final StyledOutput out;
  private final StyledOutput err;

  TextCheckReport(StyledOutput out, StyledOutput err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void problem(Diagnostic diagnostic) {
    out.line(DiagnosticText.render(diagnostic, out.colour()));
    out.line("");
  }

  @Override
  public void unreadable(String file, CommandFailure failure) {
    err.line("tocsin: " + Printable.of(String.valueOf(failure.getMessage())));
    failure.hint().ifPresent(hint -> err.line("  hint: " + Printable.of(hint)));
  }

  @Override
  public void end(CheckTotals totals) {
    StringBuilder line = new StringBuilder();
    line.append(Counts.of(totals.files(), "file")).append(", ");
    line.append(Counts.of(totals.rules(), "rule"));
    if (totals.errors() + totals.warnings() == 0) {
      line.append(", no problems");
    } else {
      line.append(", ").append(Counts.of(totals.errors(), "error"));
      line.append(", ").append(Counts.of(totals.warnings(), "warning"));
    }
    if (totals.allowed() > 0) {
      line.append(", ").append(totals.allowed()).append(" allowed");
    }
    if (totals.unreadable() > 0) {
      line.append(", ").append(totals.unreadable()).append(" unreadable");
    }
    out.print(List.of(Palette.text(line.toString(), style(totals))));
  }

  private static AttributedStyle style(CheckTotals totals) {
    if (totals.errors() + totals.unreadable() > 0) {
      return Palette.RED;
    }
    return totals.warnings() > 0 ? Palette.YELLOW : Palette.GREEN;
  }
}
