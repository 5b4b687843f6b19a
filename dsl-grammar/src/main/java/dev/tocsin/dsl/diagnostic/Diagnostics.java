package dev.tocsin.dsl.diagnostic;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects all problems of one load, so that an author sees them at once. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  /** Adds an error without a hint. */
  public void error(Code code, Span span, String message) {
    all.add(new Diagnostic(code, Level.ERROR, span, message, Optional.empty()));
  }

  /** Adds an error with a hint. */
  public void error(Code code, Span span, String message, String hint) {
    all.add(new Diagnostic(code, Level.ERROR, span, message, Optional.of(hint)));
  }

  /** Adds an error with a hint where there is one. */
  public void error(Code code, Span span, String message, Optional<String> hint) {
    all.add(new Diagnostic(code, Level.ERROR, span, message, hint));
  }

  /** Adds a warning, which does not keep the rules from loading, with a hint where there is one. */
  public void warning(Code code, Span span, String message, Optional<String> hint) {
    all.add(new Diagnostic(code, Level.WARNING, span, message, hint));
  }

  /** Whether any of them keeps the rules from loading. */
  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Level.ERROR);
  }

  /** All so far, by file, then position, then order of finding. */
  public List<Diagnostic> all() {
    return all.stream()
        .sorted(
            Comparator.comparing((Diagnostic d) -> d.span().source().name())
                .thenComparing(d -> d.span().start()))
        .toList();
  }
}
