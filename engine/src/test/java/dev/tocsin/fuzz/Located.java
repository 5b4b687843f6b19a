package dev.tocsin.fuzz;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import java.util.List;

/** Every problem lies in its text and can be shown. */
final class Located {
  private Located() {}

  static void assertLocated(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      int length = diagnostic.span().source().text().length();
      int start = diagnostic.span().start();
      int end = diagnostic.span().end();
      if (start < 0 || end < start || end > length) {
        throw new AssertionError(diagnostic + " lies outside");
      }
      DiagnosticText.render(diagnostic, true);
    }
  }
}
