package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports a problem and gives what to throw to leave the expression it is in. */
record Problems(Diagnostics diagnostics) {

  TypingException error(Code code, Span span, String message) {
    return error(code, span, message, Optional.empty());
  }

  TypingException error(Code code, Span span, String message, String hint) {
    return error(code, span, message, Optional.of(hint));
  }

  TypingException error(Code code, Span span, String message, Optional<String> hint) {
    diagnostics.error(code, span, message, hint);
    return new TypingException();
  }

  /** Two sides have groups that do not join. */
  TypingException groupsDiffer(Span span, List<String> one, List<String> other, String hint) {
    return error(
        Code.GROUPS_DIFFER,
        span,
        "one side is %s, the other %s; they cannot be joined".formatted(by(one), by(other)),
        hint);
  }

  private static String by(List<String> dimensions) {
    return dimensions.isEmpty() ? "one total" : "by " + String.join(", ", dimensions);
  }

  TypingException notSupportedYet(Span span, String what) {
    return error(Code.NOT_SUPPORTED_YET, span, what + " is not supported yet");
  }

  /** A length of time as rules write it, 1h30m. */
  static String text(Duration duration) {
    return duration.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
  }
}
