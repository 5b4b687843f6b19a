package dev.tocsin.cli.command;

import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong or doubtful in a rule file, and a closing count. */
public final class RuleProblems {
  private RuleProblems() {}

  /** Shows them all, with their lines. */
  public static void print(List<Diagnostic> diagnostics, StyledOutput err) {
    for (Diagnostic diagnostic : diagnostics) {
      err.line(DiagnosticText.render(diagnostic, err.colour()).stripTrailing());
      err.line("");
    }
    err.line(closing(diagnostics));
  }

  private static String closing(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(d -> d.severity() == Level.ERROR).count();
    long warnings = diagnostics.size() - errors;
    String files =
        diagnostics.stream()
            .map(d -> d.span().source().name())
            .distinct()
            .collect(Collectors.joining(", "));
    return Counts.of(errors, "error")
        + (warnings == 0 ? "" : " and " + Counts.of(warnings, "warning"))
        + (files.isEmpty() ? "" : " in " + files);
  }
}
