package dev.tocsin.dsl.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Rules could not be loaded; carries every problem that was found, not only the first. */
public final class InvalidRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  public InvalidRulesException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(DiagnosticText::render).collect(Collectors.joining("\n\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All problems, in the order of the file. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
