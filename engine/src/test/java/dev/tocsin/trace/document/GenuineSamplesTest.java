package dev.tocsin.trace.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of each genuine sample is events, bad, or passed over, and as what. */
class GenuineSamplesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          langsmith/langsmith_js_wrap_openai_default.json,         1, 0, {}
          langsmith/langsmith_js_wrap_openai_stream.json,          1, 0, {}
          langsmith/langsmith_js_wrap_openai_stream_no_usage.json, 1, 0, {}
          langsmith/langsmith_py_wrap_openai_reasoning.json,       1, 0, {}
          langsmith/langsmith_py_wrap_openai_stream.json,          1, 0, {}
          langsmith/langsmith_py_wrap_openai_stream_no_usage.json, 1, 0, {}
          otlp/trace.json,                                         0, 0, {span=1}
          otlp/events.json,                                        0, 0, {log record=1}
          otlp/logs.json,                                          0, 0, {log record=1}
          otlp/metrics.json,                                       0, 0, {metric=4}
          openinference/openinference_client_span_input_output_only.json,      0, 1, {}
          openinference/openinference_client_span_tool_calls.json,             0, 1, {}
          openinference/otel_genai_client_span_tool_calls.json,                0, 1, {}
          openinference/otel_genai_deprecated_client_span_tool_calls.json,     0, 1, {}
          openinference/otel_genai_tool_execution_span.json,                   0, 1, {}
          openinference/should-comprehensively-test-all-token-count-types.json, 0, 0, {HTTP exchange=3}
          openinference/should-create-spans-for-invokemodel-calls.json,         0, 0, {HTTP exchange=1}
          openinference/should-handle-basic-converse-api-calls.json,            0, 0, {HTTP exchange=1}
          """)
  void counts(String sample, int events, int bad, String passedOver) throws IOException {
    Path file = Path.of(System.getProperty("tocsin.shared", ""), "samples", sample);
    assumeThat(file).exists();
    int[] counts = new int[2];
    Map<String, Long> others;
    try (TraceReader reader =
        TraceReader.open(file, TraceFormats.discovered(), true, (line, reason) -> counts[1]++)) {
      while (reader.next() != null) {
        counts[0]++;
      }
      others = reader.passedOver();
    }
    assertThat(counts).containsExactly(events, bad);
    assertThat(others).hasToString(passedOver);
  }
}
