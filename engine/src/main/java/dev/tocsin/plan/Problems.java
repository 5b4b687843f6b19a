package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.Optional;

/** Reports a problem and gives what to throw to leave the expression it is in. */
record Problems(Diagnostics diagnostics) {

  TypingException error(Code code, Span span, String message) {
    diagnostics.error(code, span, message);
    return new TypingException();
  }

  TypingException error(Code code, Span span, String message, String hint) {
    diagnostics.error(code, span, message, hint);
    return new TypingException();
  }

  TypingException error(Code code, Span span, String message, Optional<String> hint) {
    diagnostics.error(code, span, message, hint);
    return new TypingException();
  }

  TypingException notSupportedYet(Span span, String what) {
    return error(Code.NOT_SUPPORTED_YET, span, what + " is not supported yet");
  }
}
