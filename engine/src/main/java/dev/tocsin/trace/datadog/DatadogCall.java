package dev.tocsin.trace.datadog;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.document.Messages;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.TokenCounts;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.record.ProviderName;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The call that a span is. */
final class DatadogCall {
  private static final int NANO_DIGITS = 9;
  private static final int MICROS_OF_SECONDS = 6;
  private static final long NANOS_PER_MICRO = 1_000;

  private DatadogCall() {}

  static Call of(DatadogSpan span, boolean texts) throws UnfitException {
    Value record = span.record();
    Value meta = span.meta();
    long start = Moments.ofNanos(record.get("start_ns"));
    long duration = record.get("duration").count();
    if (start == Event.UNKNOWN || duration == Event.UNKNOWN) {
      throw new UnfitException(start == Event.UNKNOWN ? "no start_ns" : "no duration");
    }
    if (duration > Long.MAX_VALUE - start) {
      throw new UnfitException("duration is out of range: " + duration);
    }
    Value prompt = meta.get("input").get("prompt");
    CallBuilder call =
        Call.atNanos(start + duration)
            .id(span.id())
            .trace(record.get("trace_id").text())
            .parent(span.parent())
            .startNanos(start)
            .latencyMicros(duration / NANOS_PER_MICRO)
            .operation(span.kind().equals("embedding") ? "embeddings" : null)
            .model(meta.get("model_name").text())
            .provider(ProviderName.of(meta.get("model_provider").text()))
            .prompt(prompt.get("id", "name").text())
            .promptVersion(prompt.get("version").text());
    tokens(call, record.get("metrics"));
    outcome(call, record, meta);
    dimensions(call, span);
    if (texts) {
      call.input(text(meta.get("input"))).output(text(meta.get("output")));
    }
    return call.build();
  }

  private static @Nullable String text(Value value) {
    return Messages.text(value.isObject() ? value.get("messages", "value", "documents") : value);
  }

  private static void tokens(CallBuilder call, Value metrics) throws UnfitException {
    new TokenCounts(
            metrics.get("input_tokens").count(),
            metrics.get("output_tokens").count(),
            metrics.get("cache_read_input_tokens").count(),
            cacheWrite(metrics),
            metrics.get("reasoning_output_tokens").count(),
            metrics.get("total_tokens").count())
        .inclusive()
        .to(call);
    long total = metrics.get("total_cost").amount(NANO_DIGITS);
    long sent = metrics.get("input_cost").amount(NANO_DIGITS);
    long received = metrics.get("output_cost").amount(NANO_DIGITS);
    boolean parts = sent != Event.UNKNOWN && received != Event.UNKNOWN;
    call.costNanoDollars(total == Event.UNKNOWN && parts ? sent + received : total)
        .ttftMicros(metrics.get("time_to_first_token").amount(MICROS_OF_SECONDS));
  }

  private static long cacheWrite(Value metrics) throws UnfitException {
    Value whole = metrics.get("cache_write_input_tokens");
    long minutes = metrics.get("ephemeral_5m_input_tokens").count();
    long hour = metrics.get("ephemeral_1h_input_tokens").count();
    if (!whole.absent() || (minutes == Event.UNKNOWN && hour == Event.UNKNOWN)) {
      return whole.count();
    }
    return TokenCounts.known(minutes) + TokenCounts.known(hour);
  }

  private static void outcome(CallBuilder call, Value record, Value meta) throws UnfitException {
    Value error = meta.get("error");
    String type = error.isObject() ? error.get("type", "message").text() : null;
    type = type == null ? meta.get("error.type", "error.message").text() : type;
    Value flag = record.get("error");
    boolean failed =
        "error".equals(record.get("status").text()) || (flag.isNumber() && flag.count() > 0);
    if (failed || type != null) {
      boolean late = type != null && type.toLowerCase(Locale.ROOT).contains("timeout");
      call.status(late ? Status.TIMEOUT : Status.ERROR).error(type);
    }
    call.finishReason(meta.get("metadata").get("finish_reason", "stop_reason").text());
  }

  private static void dimensions(CallBuilder call, DatadogSpan span) throws UnfitException {
    for (Map.Entry<String, Value> each : span.meta().get("metadata").fields().entrySet()) {
      if (!each.getKey().equals("finish_reason") && !each.getKey().equals("stop_reason")) {
        attribute(call, each.getKey(), each.getValue());
      }
    }
    attribute(call, "name", span.record().get("name"));
    attribute(call, "ml_app", either(span, "ml_app"));
    String session = either(span, "session_id").text();
    call.session(session);
    for (Value tags : new Value[] {span.around().find("tags"), span.record().get("tags")}) {
      for (Value tag : tags.items()) {
        tag(call, tag.text(), session);
      }
    }
  }

  private static Value either(DatadogSpan span, String field) {
    Value own = span.record().get(field);
    return own.absent() ? span.around().find(field) : own;
  }

  private static void tag(CallBuilder call, @Nullable String tag, @Nullable String session) {
    int colon = tag == null ? -1 : tag.indexOf(':');
    if (tag == null || colon <= 0 || colon == tag.length() - 1) {
      if (tag != null) {
        call.tag(tag);
      }
      return;
    }
    String value = tag.substring(colon + 1);
    switch (tag.substring(0, colon)) {
      case "env" -> call.environment(value);
      case "user_id" -> call.user(value);
      case "session_id" -> call.session(session == null ? value : session);
      default -> call.attribute(tag.substring(0, colon), value);
    }
  }

  private static void attribute(CallBuilder call, String name, Value value) {
    Object scalar = value.scalar();
    if (scalar != null) {
      call.attribute(name, scalar);
    }
  }
}
