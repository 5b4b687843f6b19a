package dev.tocsin.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.JsonProblem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads events from lines of the native trace format. */
final class NativeEvents {
  private static final JsonFactory LONG_TEXTS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(NativeFormat.LONGEST_LINE).build())
          .build();
  private static final ObjectReader JSON =
      JsonMapper.builder(LONG_TEXTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // version 1.10 is not 1.1
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);
  private static final int MILLIS_TO_MICROS = 3;
  private static final int DOLLARS_TO_NANOS = 9;

  private final boolean texts;

  /**
   * @param texts whether inputs, outputs and other long texts are kept; no rule reads them
   */
  NativeEvents(boolean texts) {
    this.texts = texts;
  }

  /**
   * The event of a line, or null where the line says which version the others are of.
   *
   * @throws IOException when they are of a newer version
   */
  @Nullable Event read(byte[] line, int length) throws BadEventException, IOException {
    JsonNode node;
    try {
      node = JSON.readTree(line, 0, length);
    } catch (JsonProcessingException e) {
      throw new BadEventException("no JSON: " + JsonProblem.of(e.getOriginalMessage()));
    } catch (IOException | NumberFormatException e) { // the latter for exponents past an int
      throw new BadEventException("no JSON: " + JsonProblem.of(e.getMessage()));
    }
    if (!(node instanceof ObjectNode object)) {
      throw new BadEventException("expected a JSON object");
    }
    Record record = new Record(object);
    String type = Objects.requireNonNullElse(record.text("type"), "call");
    if (type.equals(NativeFormat.HEADER)) {
      version(record);
      return null;
    }
    long time = record.stamp("time");
    if (time == Event.UNKNOWN) {
      throw new BadEventException("no time");
    }
    return switch (type) {
      case "call" -> call(time, record);
      case "score" ->
          new Score(
              time,
              record.requiredIdentifier("call"),
              record.required("name"),
              record.billionths("value"),
              record.text("label"),
              record.text("reason"),
              record.text("source"));
      case "deployment" ->
          new Deployment(time, record.required("prompt"), record.requiredIdentifier("version"));
      case "measure" -> measure(time, record);
      default ->
          throw new BadEventException(
              "unknown type '"
                  + Record.shortened(type)
                  + "'; expected call, score, deployment or measure");
    };
  }

  private static void version(Record record) throws BadEventException, IOException {
    long version = record.count("version");
    if (version == Event.UNKNOWN || version == 0) {
      throw new BadEventException("version must be a whole number from 1");
    }
    if (version > NativeFormat.VERSION) {
      throw new IOException(
          "it is in version %d of the native trace format; this Tocsin reads version %d"
              .formatted(version, NativeFormat.VERSION));
    }
  }

  private static Measure measure(long time, Record record) throws BadEventException {
    String name = record.required("name");
    long value = record.billionths("value");
    if (value == Event.UNKNOWN) {
      throw new BadEventException("no value");
    }
    Map<String, String> labels = new HashMap<>();
    record.values("labels", (label, text) -> labels.put(label, text.toString()));
    return new Measure(time, name, value, labels);
  }

  private Call call(long time, Record record) throws BadEventException {
    CallBuilder call =
        Call.atNanos(time)
            .id(record.identifier("id"))
            .startNanos(record.stamp("start"))
            .operation(record.text("operation"))
            .model(record.text("model"))
            .provider(record.text("provider"))
            .user(record.identifier("user"))
            .feature(record.text("feature"))
            .environment(record.text("environment"))
            .session(record.identifier("session"))
            .trace(record.identifier("trace"))
            .parent(record.identifier("parent"))
            .prompt(record.text("prompt"))
            .promptVersion(record.identifier("prompt_version"))
            .promptLabel(record.text("prompt_label"))
            .inputTokens(record.count("input_tokens"))
            .outputTokens(record.count("output_tokens"))
            .cachedTokens(record.count("cached_tokens"))
            .cacheWriteTokens(record.count("cache_write_tokens"))
            .reasoningTokens(record.count("reasoning_tokens"))
            .audioInputTokens(record.count("audio_input_tokens"))
            .audioOutputTokens(record.count("audio_output_tokens"))
            .serviceTier(record.text("service_tier"))
            .batch(record.flag("batch"))
            .latencyMicros(record.amount("latency_ms", MILLIS_TO_MICROS))
            .ttftMicros(record.amount("ttft_ms", MILLIS_TO_MICROS))
            .status(status(record.text("status")))
            .error(record.text("error"))
            .finishReason(record.text("finish_reason"))
            .retries(record.count("retries"))
            .cacheHit(record.flag("cache_hit"))
            .costNanoDollars(record.amount("cost_usd", DOLLARS_TO_NANOS))
            .feedback(record.text("feedback"))
            .taskCompleted(record.flag("task_completed"));
    record.numbers("scores", call::score);
    record.texts("tags").forEach(call::tag);
    String input = record.text("input");
    String output = record.text("output");
    String reference = record.text("reference");
    Iterable<String> context = record.texts("context");
    if (texts) {
      call.input(input).output(output).reference(reference);
      context.forEach(call::context);
    }
    record.values("attributes", call::attribute);
    record.rest(call::attribute);
    return call.build();
  }

  private static Status status(@Nullable String text) throws BadEventException {
    if (text == null) {
      return Status.OK;
    }
    for (Status status : Status.values()) {
      if (status.label().equals(text)) {
        return status;
      }
    }
    throw new BadEventException(
        "status must be ok, error or timeout, not '" + Record.shortened(text) + "'");
  }
}
