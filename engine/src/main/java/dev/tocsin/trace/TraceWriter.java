package dev.tocsin.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as lines of the native trace format, so that {@link TraceReader} gives equal ones.
 * What is unknown is left out. Not thread-safe.
 */
public final class TraceWriter implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MICROS_OF_MILLIS = 3;
  private static final int NANOS_OF_DOLLARS = 9;
  private static final int BILLIONTHS = 9;

  private final JsonGenerator json;

  /** Writes to a stream, in pieces; {@link #flush} sends what is left. */
  public TraceWriter(OutputStream out) throws IOException {
    json = JSON.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.setRootValueSeparator(new SerializedString("")); // the line ends are ours
  }

  /** Writes the line that says which version of the format the others are of. */
  public void writeVersion() throws IOException {
    json.writeStartObject();
    text("type", NativeFormat.HEADER);
    json.writeNumberField("version", NativeFormat.VERSION);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes an event and the end of its line. */
  public void write(Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", event.time().toString());
    if (event instanceof Call call) {
      call(call);
    } else if (event instanceof Score score) {
      score(score);
    } else if (event instanceof Deployment deployment) {
      text("type", "deployment");
      text("prompt", deployment.prompt());
      text("version", deployment.version());
    } else {
      measure((Measure) event);
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Sends what was written. */
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void score(Score score) throws IOException {
    text("type", "score");
    text("call", score.call());
    text("name", score.name());
    decimal("value", score.value(), BILLIONTHS);
    text("label", score.label());
    text("reason", score.reason());
    text("source", score.source());
  }

  private void measure(Measure measure) throws IOException {
    text("type", "measure");
    text("name", measure.name());
    decimal("value", measure.value(), BILLIONTHS);
    if (!measure.labels().isEmpty()) {
      json.writeObjectFieldStart("labels");
      for (Map.Entry<String, String> label : new TreeMap<>(measure.labels()).entrySet()) {
        text(label.getKey(), label.getValue());
      }
      json.writeEndObject();
    }
  }

  /** In the order of docs/trace-format.md. */
  private void call(Call call) throws IOException {
    text("type", "call");
    text("id", call.id());
    text("start", call.startNanos() == Event.UNKNOWN ? null : start(call));
    text("operation", call.operation());
    text("model", call.model());
    text("provider", call.provider());
    text("user", call.user());
    text("session", call.session());
    text("trace", call.trace());
    text("parent", call.parent());
    text("feature", call.feature());
    text("environment", call.environment());
    texts("tags", call.tags());
    text("prompt", call.prompt());
    text("prompt_version", call.promptVersion());
    text("prompt_label", call.promptLabel());
    count("input_tokens", call.inputTokens());
    count("output_tokens", call.outputTokens());
    count("cached_tokens", call.cachedTokens());
    count("cache_write_tokens", call.cacheWriteTokens());
    count("reasoning_tokens", call.reasoningTokens());
    count("audio_input_tokens", call.audioInputTokens());
    count("audio_output_tokens", call.audioOutputTokens());
    text("service_tier", call.serviceTier());
    flag("batch", call.batch());
    decimal("latency_ms", call.latencyMicros(), MICROS_OF_MILLIS);
    decimal("ttft_ms", call.ttftMicros(), MICROS_OF_MILLIS);
    text("status", call.status().label());
    text("error", call.error());
    text("finish_reason", call.finishReason());
    count("retries", call.retries());
    flag("cache_hit", call.cacheHit());
    decimal("cost_usd", call.costNanoDollars(), NANOS_OF_DOLLARS);
    scores(call);
    text("feedback", call.feedback());
    flag("task_completed", call.taskCompleted());
    text("input", call.input());
    text("output", call.output());
    texts("context", call.context());
    text("reference", call.reference());
    attributes(call.attributes());
  }

  private static String start(Call call) {
    return Instants.ofNanos(call.startNanos()).toString();
  }

  private void scores(Call call) throws IOException {
    if (call.scoreCount() > 0) {
      json.writeObjectFieldStart("scores");
      for (int i = 0; i < call.scoreCount(); i++) {
        decimal(call.scoreName(i), call.scoreBillionths(i), BILLIONTHS);
      }
      json.writeEndObject();
    }
  }

  private void attributes(Map<String, Object> attributes) throws IOException {
    if (!attributes.isEmpty()) {
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
        json.writeFieldName(attribute.getKey());
        if (attribute.getValue() instanceof Boolean flag) {
          json.writeBoolean(flag);
        } else if (attribute.getValue() instanceof BigDecimal number) {
          json.writeNumber(number.toString()); // 1e999999999 has a gigabyte of digits
        } else {
          json.writeString(attribute.getValue().toString());
        }
      }
      json.writeEndObject();
    }
  }

  private void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private void texts(String name, Iterable<String> values) throws IOException {
    if (values.iterator().hasNext()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private void count(String name, long value) throws IOException {
    if (value != Event.UNKNOWN) {
      json.writeNumberField(name, value);
    }
  }

  private void flag(String name, @Nullable Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(name, value);
    }
  }

  /** A whole number of parts, as the decimal that it stands for; without trailing zeros. */
  private void decimal(String name, long value, int digits) throws IOException {
    if (value != Event.UNKNOWN) {
      json.writeFieldName(name);
      json.writeNumber(BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString());
    }
  }
}
