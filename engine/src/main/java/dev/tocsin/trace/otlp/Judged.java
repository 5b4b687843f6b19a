package dev.tocsin.trace.otlp;

import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.document.UnfitException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which call the evaluations of OpenInference judge: that of the span they stand in, and those of a
 * trace the only call of the trace among the spans that were read together.
 */
final class Judged {
  private final Map<String, Long> callsOfTraces = new HashMap<>();
  private final Map<String, String> lastCalls = new HashMap<>();

  /** A span is a call. */
  void call(Span span) {
    if (span.trace() != null && span.id() != null) {
      callsOfTraces.merge(span.trace(), 1L, Long::sum);
      lastCalls.put(span.trace(), span.id());
    }
  }

  /** Tells what a span says of itself, its trace and its session. */
  void tell(Span span, Gathering gathering) throws UnfitException {
    scores(span, Evaluation.OF_SPAN, span.id(), gathering);
    String only = onlyCall(span.trace());
    if (only != null) {
      scores(span, Evaluation.OF_TRACE, only, gathering);
    } else {
      passOver(span, Evaluation.OF_TRACE, "evaluation of a trace", gathering);
    }
    passOver(span, Evaluation.OF_SESSION, "evaluation of a session", gathering);
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

  private @Nullable String onlyCall(@Nullable String trace) {
    return trace != null && callsOfTraces.getOrDefault(trace, 0L) == 1
        ? lastCalls.get(trace)
        : null;
  }
}
