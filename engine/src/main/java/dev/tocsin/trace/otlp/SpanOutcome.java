package dev.tocsin.trace.otlp;

import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.otlp.Span.Moment;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the call of a span ended: its status, why it stopped, and when the first token came. */
final class SpanOutcome {
  private static final int MICROS_OF_SECONDS = 6;
  private static final int MICROS_OF_MILLIS = 3;
  private static final long NANOS_PER_MICRO = 1_000;

  private SpanOutcome() {}

  static void to(CallBuilder call, Span span) throws UnfitException {
    String type = error(span);
    if (span.failed() || !span.attributes().get("error.type").absent()) {
      call.status(isTimeout(type) ? Status.TIMEOUT : Status.ERROR).error(type);
    }
    call.finishReason(finishReason(span.attributes())).ttftMicros(ttft(span));
  }

  private static @Nullable String error(Span span) throws UnfitException {
    String type = span.attributes().text("error.type", "exception.type", "exception.message");
    if (type != null) {
      return type;
    }
    for (Moment moment : span.moments()) {
      if (moment.name().equals("exception")) {
        return moment.attributes().text("exception.type", "exception.message");
      }
    }
    return span.message();
  }

  private static boolean isTimeout(@Nullable String type) {
    String text = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return text.contains("timeout")
        || text.contains("timed out")
        || text.contains("deadline_exceeded")
        || text.equals("504");
  }

  private static @Nullable String finishReason(Attributes span) throws UnfitException {
    Value reasons =
        span.get(
                "gen_ai.response.finish_reasons",
                "llm.finish_reasons",
                "llm.finish_reason",
                "gen_ai.completion.0.finish_reason",
                "llm.response.finish_reason",
                "ai.response.finishReason")
            .parsed();
    if (reasons.items().isEmpty()) {
      return reasons.node() != null && reasons.node().isContainerNode() ? null : reasons.text();
    }
    Set<String> different = new LinkedHashSet<>();
    for (Value each : reasons.items()) {
      different.add(String.valueOf(each.text()));
    }
    return String.join(",", different);
  }

  private static long ttft(Span span) throws UnfitException {
    long seconds =
        span.attributes()
            .get(
                "gen_ai.response.time_to_first_chunk",
                "gen_ai.server.time_to_first_token",
                "gen_ai.client.time_to_first_token")
            .amount(MICROS_OF_SECONDS);
    if (seconds != Event.UNKNOWN) {
      return seconds;
    }
    long millis = span.attributes().get("ai.response.msToFirstChunk").amount(MICROS_OF_MILLIS);
    return millis == Event.UNKNOWN ? ofFirstTokenEvent(span) : millis;
  }

  private static long ofFirstTokenEvent(Span span) {
    for (Moment moment : span.moments()) {
      boolean first = moment.name().equalsIgnoreCase("First Token Stream Event");
      if (first && span.start() != Event.UNKNOWN && moment.nanos() >= span.start()) {
        return (moment.nanos() - span.start()) / NANOS_PER_MICRO;
      }
    }
    return Event.UNKNOWN;
  }
}
