package dev.tocsin.aggregate;

import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.PricedCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that {@code ks(*)} follows: latency and time to first token of calls that went well,
 * output tokens, cost, and every score that a call carries.
 */
final class EveryNumber {
  private static final List<Field.Number> OF_OK_CALLS = List.of(field("latency"), field("ttft"));
  private static final List<Field.Number> OF_ALL_CALLS =
      List.of(field("output_tokens"), field("cost"));
  private static final String SCORE = "score.";

  private EveryNumber() {}

  /** Takes a number of a call. */
  interface Sink {
    void number(String metric, long value);
  }

  static void of(PricedCall call, Sink sink) {
    if (call.call().status() == Status.OK) {
      take(OF_OK_CALLS, call, sink);
    }
    take(OF_ALL_CALLS, call, sink);
    for (Map.Entry<String, Long> score : call.call().scores().entrySet()) {
      sink.number(SCORE + score.getKey(), score.getValue());
    }
  }

  static Field.Number field(@Nullable String metric) {
    return (Field.Number) Fields.named(String.valueOf(metric)).orElseThrow();
  }

  private static void take(List<Field.Number> fields, PricedCall call, Sink sink) {
    for (int i = 0; i < fields.size(); i++) {
      Field.Number field = fields.get(i);
      long value = field.reader().read(call);
      if (value != Event.UNKNOWN) {
        sink.number(field.name(), value);
      }
    }
  }
}
