package dev.tocsin.dsl.diagnostic;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects all problems of one load, so that an author sees them at once. What is found again at
 * the same place, through an alias or a shared key, is told once; of more than ten thousand the
 * first are kept. Not thread-safe.
 */
public final class Diagnostics {
  /** What comes behind says nothing that helps, and would fill the memory. */
  private static final int MOST = 10_000;

  private final Set<Diagnostic> all = new LinkedHashSet<>();

  /** Adds an error without a hint. */
  public void error(Code code, Span span, String message) {
    add(new Diagnostic(code, Level.ERROR, span, message, Optional.empty()));
  }

  /** Adds an error with a hint. */
  public void error(Code code, Span span, String message, String hint) {
    add(new Diagnostic(code, Level.ERROR, span, message, Optional.of(hint)));
  }

  /** Adds an error with a hint where there is one. */
  public void error(Code code, Span span, String message, Optional<String> hint) {
    add(new Diagnostic(code, Level.ERROR, span, message, hint));
  }

  /** Adds one that was found elsewhere. */
  public void add(Diagnostic diagnostic) {
    if (all.size() < MOST) {
      all.add(diagnostic);
    }
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
