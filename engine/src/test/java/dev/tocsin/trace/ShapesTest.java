package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same records in every shape in which exports come, told by themselves, are the same calls.
 */
class ShapesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, String> RECORDS =
      Map.ofEntries(
          Map.entry(
              "langfuse",
              """
              {"id":"#","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:15:00Z",\
              "endTime":"2026-10-03T10:15:0#Z","model":"gpt-4o","usageDetails":{"input":10,"output":5}}"""),
          Map.entry(
              "litellm",
              """
              {"request_id":"#","call_type":"acompletion","startTime":"2026-10-03 10:15:00.000000",\
              "endTime":"2026-10-03 10:15:0#.000000","model":"gpt-4o","prompt_tokens":10,\
              "completion_tokens":5,"metadata":"{}"}"""),
          Map.entry(
              "helicone",
              """
              {"request_id":"#","request_created_at":"2026-10-03 10:15:00","delay_ms":#000,\
              "response_status":200,"response_model":"gpt-4o","prompt_tokens":"10",\
              "completion_tokens":"5"}"""),
          Map.entry(
              "langsmith",
              """
              {"id":"#","run_type":"llm","start_time":"2026-10-03T10:15:00",\
              "end_time":"2026-10-03T10:15:0#","extra":{"metadata":{"ls_model_name":"gpt-4o"}},\
              "prompt_tokens":10,"completion_tokens":5,"child_runs":null}"""),
          Map.entry(
              "otlp",
              """
              {"traceId":"7f","spanId":"#","parentSpanId":"","kind":3,"name":"chat",\
              "startTimeUnixNano":"1791022500000000000","endTimeUnixNano":179102250#000000000,\
              "attributes":[{"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o"}},\
              {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},\
              {"key":"gen_ai.usage.input_tokens","value":{"intValue":"10"}},\
              {"key":"gen_ai.usage.output_tokens","value":{"intValue":5}}],"status":null}"""),
          Map.entry(
              "datadog",
              """
              {"id":"x#","type":"span","attributes":{"span_id":"#","trace_id":"t",\
              "parent_id":"undefined","name":"n","start_ns":1791022500000000000,\
              "duration":#000000000,"meta":{"kind":"llm","model_name":"gpt-4o"},\
              "metrics":{"input_tokens":10.0,"output_tokens":5}}}"""));

  @TempDir Path folder;

  private static List<String> two(String format) {
    String record = String.valueOf(RECORDS.get(format));
    return List.of(record.replace("#", "1"), record.replace("#", "2"));
  }

  private static Map<String, byte[]> shapes(List<String> records) throws IOException {
    String lines = String.join("\n", records) + "\n";
    String array = "[" + String.join(",", records) + "]";
    JsonNode list = JSON.readTree(array);
    String page = "{\"meta\":{\"page\":1,\"cursor\":null},\"data\":" + array + "}";
    String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(page));
    List<String> indented = new ArrayList<>();
    for (JsonNode each : list) {
      indented.add(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(each));
    }
    Map<String, String> shapes = new LinkedHashMap<>();
    shapes.put("lines", lines);
    shapes.put("lines of Windows", "\ufeff" + lines.replace("\n", "\r\n"));
    shapes.put("blank lines between", "\n\n" + lines.replace("\n", "\n\n"));
    shapes.put("an array", array);
    shapes.put("an array by lines", "[\n" + String.join(",\n", records) + "\n]\n");
    shapes.put("a page", page);
    shapes.put(
        "pages by lines", records.stream().map(ShapesTest::page).collect(Collectors.joining()));
    shapes.put("a page over many lines", "\ufeff" + pretty.replace("\n", "\r\n"));
    shapes.put("records over many lines", String.join("\n", indented));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (Map.Entry<String, String> shape : shapes.entrySet()) {
      bytes.put(shape.getKey(), shape.getValue().getBytes(StandardCharsets.UTF_8));
      bytes.put(shape.getKey() + ", gzip", Compressed.gzip(shape.getValue()));
      bytes.put(shape.getKey() + ", zstd", Compressed.zstd(shape.getValue()));
    }
    return bytes;
  }

  private static String page(String record) {
    return "{\"data\":[" + record + "],\"error\":null}\n";
  }

  @TestFactory
  Stream<DynamicTest> areTold() {
    return RECORDS.keySet().stream()
        .sorted()
        .map(format -> DynamicTest.dynamicTest(format, () -> isTold(format)));
  }

  private void isTold(String format) throws IOException {
    for (Map.Entry<String, byte[]> shape : shapes(two(format)).entrySet()) {
      List<String> read = read(shape.getValue(), format);
      assertThat(read).as(shape.getKey()).hasSize(2);
      for (int i = 0; i < 2; i++) {
        assertThat(read.get(i))
            .as(shape.getKey())
            .startsWith("{\"time\":\"2026-10-03T10:15:0" + (i + 1) + "Z\"")
            .contains("\"id\":\"" + (i + 1) + "\"")
            .contains("\"model\":\"gpt-4o\"")
            .contains("\"input_tokens\":10,\"output_tokens\":5")
            .contains("\"latency_ms\":" + (i + 1) + "000");
      }
    }
  }

  private List<String> read(byte[] content, String format) throws IOException {
    Path file = Files.write(folder.resolve("trace"), content);
    List<String> read = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(
            file, TraceFormats.discovered(), true, (line, why) -> read.add(line + ": " + why))) {
      assertThat(reader.format()).isEqualTo(format);
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        read.add(Recorded.text(line.event()));
      }
      assertThat(reader.passedOver()).isEmpty();
    }
    return read;
  }

  @Test
  void tablesAreToldWhateverIsBeforeThem() throws IOException {
    String table = "time,model\n2026-10-03T10:15:00Z,gpt-4o\n";
    for (String each :
        List.of(
            table,
            "\ufeff" + table.replace("\n", "\r\n"),
            "\n" + table,
            table.replace(",", " , "),
            table.replace(',', ';'))) {
      for (byte[] bytes : List.of(each.getBytes(StandardCharsets.UTF_8), Compressed.gzip(each))) {
        assertThat(read(bytes, "csv"))
            .containsExactly(
                "{\"time\":\"2026-10-03T10:15:00Z\",\"type\":\"call\",\"model\":\"gpt-4o\",\"status\":\"ok\"}");
      }
    }
  }
}
