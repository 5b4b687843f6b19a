package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.json.SarifJson;
import dev.tocsin.lint.allow.Allowances;
import java.util.ArrayList;
import java.util.List;

/** One SARIF log at the end. */
final class SarifCheckReport implements CheckReport {
  private final StyledOutput out;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Allowances.Allowed> allowed = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  SarifCheckReport(StyledOutput out) {
    this.out = out;
  }

  @Override
  public void problem(Diagnostic diagnostic) {
    problems.add(diagnostic);
  }

  @Override
  public void allowed(Allowances.Allowed each) {
    allowed.add(each);
  }

  @Override
  public void unreadable(String file, CommandFailure failure) {
    unreadable.add(String.valueOf(failure.getMessage()));
  }

  @Override
  public void end(CheckTotals totals) {
    out.line(SarifJson.log(problems, allowed, unreadable));
  }
}
