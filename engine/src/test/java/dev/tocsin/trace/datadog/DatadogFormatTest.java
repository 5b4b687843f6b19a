package dev.tocsin.trace.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DatadogFormatTest implements TraceFormatContract {
  private static final String SPAN =
      """
      {"span_id":"a","trace_id":"t","parent_id":"undefined","name":"ask","start_ns":1790000000000000000,\
      "duration":5000,"meta":{"kind":"llm"},"metrics":{}}""";

  @Override
  public TraceFormat plugin() {
    return new DatadogFormat();
  }

  @Override
  public byte[] sample() {
    return (SPAN + "\n" + SPAN + "\nno span\n").getBytes(StandardCharsets.UTF_8);
  }

  private String one(String was, String is) throws IOException {
    return String.join("\n", Recorded.texts(plugin(), SPAN.replace(was, is)));
  }

  @Test
  void valuesThatCannotBe() throws IOException {
    assertThat(one("\"duration\":5000", "\"duration\":-1"))
        .isEqualTo("1 bad: span a: duration must not be negative: -1");
    assertThat(one("\"duration\":5000", "\"duration\":9223372036854775807"))
        .isEqualTo("1 bad: span a: duration is out of range: 9223372036854775807");
    assertThat(one("\"duration\":5000,", "")).isEqualTo("1 bad: span a: no duration");
    assertThat(one("{\"kind\":\"llm\"}", "7")).isEqualTo("1 bad: meta must be an object, not 7");
    assertThat(one("{\"kind\":\"llm\"}", "{}")).isEqualTo("1 bad: span a has no kind");
    assertThat(one("\"span_id\":\"a\",", "")).startsWith("1 bad: no span_id: {");
    assertThat(one("undefined", "a")).isEqualTo("1 bad: span a: its parents lead in a circle");
    assertThat(one("{}}", "{\"input_tokens\":1.5}}"))
        .isEqualTo("1 bad: metrics.input_tokens must be a whole number, not 1.5");
    assertThat(one("{}}", "{\"total_cost\":1e300}}"))
        .isEqualTo("1 bad: span a: metrics.total_cost is out of range: 1E+300");
    assertThat(one("{}}", "{\"total_cost\":9000000000}}"))
        .isEqualTo("1 bad: span a: metrics.total_cost is out of range: 9000000000");
  }

  @Test
  void failures() throws IOException {
    assertThat(one("\"name\"", "\"error\":1,\"name\"")).contains("\"status\":\"error\"");
    assertThat(one("\"kind\":\"llm\"", "\"kind\":\"llm\",\"error.type\":\"X\""))
        .contains("\"status\":\"error\",\"error\":\"X\"");
    assertThat(one("\"name\"", "\"tags\":[\"session_id:s\",\"odd:\"],\"name\""))
        .contains("\"session\":\"s\"", "\"tags\":[\"odd:\"]");
  }

  @Test
  void tokensWrittenToCachesOfTwoLengthsAreAdded() throws IOException {
    assertThat(
            one(
                "{}}",
                "{\"input_tokens\":9,\"ephemeral_5m_input_tokens\":3,\"ephemeral_1h_input_tokens\":4}}"))
        .contains("\"input_tokens\":9,\"cache_write_tokens\":7");
    assertThat(
            one(
                "{}}",
                "{\"input_tokens\":9,\"ephemeral_5m_input_tokens\":3,\"cache_write_input_tokens\":3}}"))
        .contains("\"cache_write_tokens\":3");
  }

  @Test
  void evaluationsThatCannotBe() throws IOException {
    String evaluation =
        "{\"data\":{\"attributes\":{\"metrics\":[{\"span_id\":\"a\",\"timestamp_ms\":1790000000005,\"label\":\"l\"}]}}}";
    assertThat(Recorded.texts(plugin(), evaluation))
        .containsExactly("1 bad: evaluation 'l' has no value");
    assertThat(Recorded.texts(plugin(), evaluation.replace("\"timestamp_ms\":1790000000005,", "")))
        .containsExactly("1 bad: evaluation 'l' has no timestamp_ms");
    assertThat(Recorded.texts(plugin(), evaluation.replace(",\"label\":\"l\"", "")))
        .containsExactly("1 bad: an evaluation without a label");
  }
}
