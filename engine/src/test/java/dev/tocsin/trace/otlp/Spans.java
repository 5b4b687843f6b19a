package dev.tocsin.trace.otlp;

import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Spans for tests, all of one trace and one second long. */
final class Spans {
  private static final long START = 1_790_000_000L;

  private Spans() {}

  /**
   * A span as OTLP has it.
   *
   * @param second at which it begins
   * @param attributes names and values; values that are digits are whole numbers
   */
  static String otlp(String id, @Nullable String parent, int second, String... attributes) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (int i = 0; i < attributes.length; i += 2) {
      boolean number = attributes[i + 1].matches("\\d+");
      list.add(
          "{\"key\":\"%s\",\"value\":{\"%s\":\"%s\"}}"
              .formatted(
                  attributes[i],
                  number ? "intValue" : "stringValue",
                  attributes[i + 1].replace("\\", "\\\\").replace("\"", "\\\"")));
    }
    return """
        {"traceId":"7","spanId":"%s",%s"startTimeUnixNano":"%d000000000",\
        "endTimeUnixNano":"%d000000000","attributes":%s}"""
        .formatted(
            id,
            parent == null ? "" : "\"parentSpanId\":\"" + parent + "\",",
            START + second,
            START + second + 1,
            list);
  }

  /** A request with spans. */
  static String request(String... spans) {
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + String.join(",", spans) + "]}]}]}";
  }

  /** What a request with one span of these attributes is read as, without times and ids. */
  static String readAs(String... attributes) throws IOException {
    List<String> read = read(otlp("a1", null, 0, attributes));
    return String.join("\n", read)
        .replaceFirst("^1 ", "")
        .replaceFirst("\"time\".*\"id\":\"a1\",\"start\":\"[^\"]*\",?", "")
        .replaceFirst("\"trace\":\"7\",", "")
        .replaceFirst("\"latency_ms\":1000,", "");
  }

  static List<String> read(String... spans) throws IOException {
    return Recorded.texts(new OtlpFormat(), request(spans));
  }
}
