package dev.tocsin.trace.otlp;

import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.document.OnlyCalls;
import dev.tocsin.trace.document.UnfitException;
import org.jspecify.annotations.Nullable;

/**
 * Which call the evaluations of OpenInference judge: that of the span they stand in, and those of a
 * trace or of a span that is no call the only call of the trace among the spans that were read
 * together.
 */
final class Judged {
  private final OnlyCalls calls = new OnlyCalls();

  /** A span is a call. */
  void call(Span span) {
    calls.add(span.trace(), span.id());
  }

  /** Tells what a span says of itself, its trace and its session. */
  void tell(Span span, boolean isCall, Gathering gathering) throws UnfitException {
    if (isCall) {
      scores(span, Evaluation.OF_SPAN, span.id(), gathering);
    } else {
      ofTrace(span, Evaluation.OF_SPAN, gathering);
    }
    ofTrace(span, Evaluation.OF_TRACE, gathering);
    passOver(span, Evaluation.OF_SESSION, "evaluation of a session", gathering);
  }

  private void ofTrace(Span span, String list, Gathering gathering) throws UnfitException {
    String only = calls.of(span.trace());
    if (only != null) {
      scores(span, list, only, gathering);
    } else {
      passOver(span, list, "evaluation of a trace", gathering);
    }
  }

  private static void scores(Span span, String list, @Nullable String call, Gathering gathering)
      throws UnfitException {
    Evaluation.ofAttributes(span, list, call).forEach(score -> gathering.event(span.line(), score));
  }

  private static void passOver(Span span, String list, String kind, Gathering gathering) {
    for (long i = Evaluation.count(span, list); i > 0; i--) {
      gathering.passedOver(span.line(), kind);
    }
  }
}
