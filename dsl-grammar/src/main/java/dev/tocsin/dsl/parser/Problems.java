package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.Optional;

/** The problems of one text, among those of a whole file. */
final class Problems {
  /** Further ones say nothing new. */
  private static final int MOST = 10;

  private final Diagnostics diagnostics;
  private final TokenSpans spans;
  private int count;

  Problems(Diagnostics diagnostics, TokenSpans spans) {
    this.diagnostics = diagnostics;
    this.spans = spans;
  }

  TokenSpans spans() {
    return spans;
  }

  boolean found() {
    return count > 0;
  }

  void error(Code code, Span span, String message, Optional<String> hint) {
    if (count++ < MOST) {
      diagnostics.error(code, span, message, hint);
    }
  }

  void error(Code code, Span span, String message, String hint) {
    error(code, span, message, Optional.of(hint));
  }
}
