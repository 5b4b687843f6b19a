package dev.tocsin.dsl.diagnostic;

import dev.tocsin.dsl.Span;
import java.util.Optional;

/**
 * Something wrong, or doubtful, in what an author wrote.
 *
 * @param code stable, as {@code TC101}
 * @param severity whether it keeps the rules from loading
 * @param span where
 * @param message one sentence without a full stop: what is wrong and what was expected
 * @param hint the way out, as {@code did you mean 'error_rate'?}
 */
public record Diagnostic(
    Code code, Level severity, Span span, String message, Optional<String> hint) {

  /** How bad it is. */
  public enum Level {
    ERROR,
    WARNING
  }
}
