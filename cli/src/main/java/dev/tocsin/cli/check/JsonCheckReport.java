package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.json.DiagnosticJson;

/** One JSON object a line. */
final class JsonCheckReport implements CheckReport {
  private final StyledOutput out;

  JsonCheckReport(StyledOutput out) {
    this.out = out;
  }

  @Override
  public void problem(Diagnostic diagnostic) {
    out.line(DiagnosticJson.diagnostic(diagnostic));
  }

  @Override
  public void unreadable(String file, CommandFailure failure) {
    out.line(DiagnosticJson.unreadable(file, String.valueOf(failure.getMessage()), failure.hint()));
  }

  @Override
  public void end(CheckTotals totals) {
    out.line(
        DiagnosticJson.summary(
            totals.files(),
            totals.rules(),
            totals.errors(),
            totals.warnings(),
            totals.allowed(),
            totals.unreadable()));
  }
}
