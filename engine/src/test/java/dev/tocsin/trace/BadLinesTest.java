package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.trace.record.BadEventException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a line that is no event; the table is in bad-lines.txt. */
class BadLinesTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/trace/bad-lines.txt",
      delimiterString = " -> ",
      quoteCharacter = '`',
      maxCharsPerColumn = 4000)
  void reasons(String line, String reason) {
    assertThatThrownBy(() -> Reading.line(line))
        .isInstanceOf(BadEventException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time\":1790000000001,\"input_tokens\":0e999999999}",
        "{\"time\":1790000000001,\"input_tokens\":5.0}",
        "{\"time\":1790000000001,\"input_tokens\":1e3}",
        "{\"time\":1790000000001,\"input_tokens\":-0}",
        "{\"time\":1790000000001,\"cost_usd\":1e-999999999}",
        "{\"time\":1790000000001,\"x\":1e999999999}",
        "{\"time\":1790000000001,\"user\":\"\\ud800\"}",
        "{\"type\":\"call\" , \"time\" : 1790000000001 } \t"
      })
  void oddButGood(String line) throws BadEventException {
    assertThat(Reading.line(line).timeNanos()).isEqualTo(1_790_000_000_001_000_000L);
  }

  @Test
  void invalidUtf8() {
    byte[] latin1 =
        "{\"time\":1790000000001,\"user\":\"J\u00fcrgen\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> new NativeEvents(true).read(latin1, latin1.length))
        .isInstanceOf(BadEventException.class)
        .hasMessage("no JSON: Invalid UTF-8 start byte 0xfc");
  }

  @Test
  void aRecordSeparatorIsNoSpace() {
    assertThatThrownBy(() -> Reading.line("{\"time\":1790000000001\u001e}"))
        .isInstanceOf(BadEventException.class)
        .hasMessage(
            "no JSON: Illegal character ((CTRL-CHAR, code 30)):"
                + " only regular white space (\\r, \\n, \\t) is allowed between tokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time\":\"%s\"}",
        "{\"time\":[\"%s\"]}",
        "{\"time\":1790000000001,\"type\":\"%s\"}",
        "{\"time\":1790000000001,\"status\":\"%s\"}",
        "{\"time\":1790000000001,\"input_tokens\":\"%s\"}",
        "{\"time\":1790000000001,\"start\":{\"%s\":1}}",
        "{\"time\":%s}",
        "{\"%s\"}"
      })
  void longValuesAreShortened(String line) {
    assertThatThrownBy(() -> Reading.line(line.formatted("x".repeat(49_000))))
        .isInstanceOf(BadEventException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeBetween(5, 300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"input_tokens", "cost_usd", "start", "latency_ms"})
  void longNumbersAreShortened(String field) {
    String line = "{\"time\":1790000000001,\"%s\":%s}".formatted(field, "9".repeat(900));

    assertThatThrownBy(() -> Reading.line(line))
        .isInstanceOf(BadEventException.class)
        .hasMessage(field + " is out of range: " + "9".repeat(57) + "...");
  }
}
