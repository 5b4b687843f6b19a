package dev.tocsin.trace.csv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.ProviderName;
import java.util.Arrays;
import java.util.Map;

/** Reads a row that is a call. */
final class CsvCall {
  private static final int MICROS_OF_MILLIS = 3;
  private static final int MICROS_OF_SECONDS = 6;
  private static final int NANO_DOLLARS = 9;
  private static final long NANOS_PER_MICRO = 1_000;

  private final boolean texts;

  CsvCall(boolean texts) {
    this.texts = texts;
  }

  Call read(Fields row) throws BadEventException {
    long start = CsvRow.time(row, "start");
    long latency = duration(row, "latency");
    CallBuilder call =
        Call.atNanos(end(row, start, latency))
            .id(row.text("id"))
            .startNanos(start)
            .operation(row.text("operation"))
            .model(row.text("model"))
            .provider(ProviderName.of(row.text("provider")))
            .user(row.text("user"))
            .feature(row.text("feature"))
            .environment(row.text("environment"))
            .session(row.text("session"))
            .trace(row.text("trace"))
            .parent(row.text("parent"))
            .prompt(row.text("prompt"))
            .promptVersion(row.text("prompt_version"))
            .promptLabel(row.text("prompt_label"))
            .inputTokens(row.count("input_tokens"))
            .outputTokens(row.count("output_tokens"))
            .cachedTokens(row.count("cached_tokens"))
            .cacheWriteTokens(row.count("cache_write_tokens"))
            .reasoningTokens(row.count("reasoning_tokens"))
            .audioInputTokens(row.count("audio_input_tokens"))
            .audioOutputTokens(row.count("audio_output_tokens"))
            .serviceTier(row.text("service_tier"))
            .batch(row.flag("batch"))
            .latencyMicros(latency)
            .ttftMicros(duration(row, "ttft"))
            .status(status(row))
            .error(row.text("error"))
            .finishReason(row.text("finish_reason"))
            .retries(row.count("retries"))
            .cacheHit(row.flag("cache_hit"))
            .costNanoDollars(row.amount(NANO_DOLLARS, "cost_usd"))
            .feedback(row.text("feedback"))
            .taskCompleted(row.flag("task_completed"));
    String tags = row.text("tags");
    if (tags != null) {
      Arrays.stream(tags.split("[|,;]", -1))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty())
          .forEach(call::tag);
    }
    named(row, call);
    if (texts) {
      call.input(row.text("input")).output(row.text("output")).reference(row.text("reference"));
      String context = row.text("context");
      if (context != null) {
        call.context(context);
      }
    }
    return call.build();
  }

  /** As told, else when it began and how long it took. */
  private static long end(Fields row, long start, long latency) throws BadEventException {
    long time = CsvRow.time(row, "time");
    if (time != Event.UNKNOWN) {
      return time;
    }
    if (start == Event.UNKNOWN || latency == Event.UNKNOWN) {
      throw new BadEventException("no time");
    }
    return start + latency * NANOS_PER_MICRO;
  }

  private static long duration(Fields row, String name) throws BadEventException {
    long millis = row.amount(MICROS_OF_MILLIS, name + "_ms");
    return millis == Event.UNKNOWN ? row.amount(MICROS_OF_SECONDS, name + "_s") : millis;
  }

  private static Status status(Fields row) throws BadEventException {
    String text = row.text("status");
    for (Status status : Status.values()) {
      if (text == null || status.label().equals(text)) {
        return status;
      }
    }
    throw new BadEventException("status must be ok, error or timeout, not '" + text + "'");
  }

  /** Columns with the name of a score or an attribute. */
  private static void named(Fields row, CallBuilder call) throws BadEventException {
    for (Map.Entry<String, JsonNode> cell : row.node().properties()) {
      String name = cell.getKey();
      if (name.startsWith(CsvFields.SCORE)) {
        long value = row.billionths(name);
        if (value != Event.UNKNOWN) {
          call.scoreBillionths(name.substring(CsvFields.SCORE.length()), value);
        }
      } else if (name.startsWith(CsvFields.ATTRIBUTE)) {
        String text = row.text(name);
        if (text != null) {
          call.attribute(name.substring(CsvFields.ATTRIBUTE.length()), text);
        }
      }
    }
  }
}
