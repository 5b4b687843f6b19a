package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.fake.ListedTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each trace is in exactly one format, or it is said that it is in none. */
class FormatDetectionTest {
  private static final int HEAD = 1 << 16;

  @TempDir Path folder;

  private static List<String> recognising(byte[] content) {
    byte[] head = Arrays.copyOf(content, Math.min(content.length, HEAD));
    return Stream.concat(
            Stream.of(new NativeFormat()),
            ServiceLoader.load(TraceFormat.class).stream().map(ServiceLoader.Provider::get))
        .filter(format -> format.recognises(head))
        .map(TraceFormat::name)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> ofRecordedTracesOneIsTold() throws IOException {
    return traces(Path.of("src/test/resources"), "trace", "traces");
  }

  @TestFactory
  Stream<DynamicTest> ofGenuineSamplesOneIsTold() throws IOException {
    Path samples = Path.of(System.getProperty("tocsin.shared", ""), "samples");
    assumeThat(samples).exists();
    return traces(samples, "langfuse", "langsmith", "litellm", "openinference", "otlp");
  }

  private static Stream<DynamicTest> traces(Path root, String... folders) {
    return Arrays.stream(folders)
        .flatMap(folder -> files(root.resolve(folder)))
        .filter(file -> file.toString().matches(".*\\.jsonl?"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    root.relativize(file).toString(),
                    () -> assertThat(recognising(Files.readAllBytes(file))).hasSize(1)));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each of these is a call with a time of its own beside names that others use. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"traceId\":\"t\",\"startTime\":\"x\",\"type\":\"call\"",
        "\"request_id\":\"r\",\"startTime\":\"x\",\"spend\":1",
        "\"request_id\":\"r\",\"request_created_at\":\"x\"",
        "\"run_type\":\"llm\",\"parent_run_id\":null",
        "\"spanId\":\"s\",\"traceId\":\"t\",\"gen_ai.operation.name\":\"chat\"",
        "\"span_id\":\"s\",\"ml_app\":\"m\""
      })
  void aCallWithATimeIsNative(String fields) {
    String line = "{\"time\":\"2026-10-03T10:15:00Z\"," + fields + "}\n";
    assertThat(recognising((line + line).getBytes(StandardCharsets.UTF_8)))
        .containsExactly("native");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{x\n{y\n{z\n#", "no JSON\n\n#", "#{\"time\":"})
  void brokenLinesDoNotHideThatOthersAreNative(String lines) {
    String line = "{\"input\":\"" + "x".repeat(1 << 10) + "\",\"time\":1791022500000}\n";
    assertThat(recognising(lines.replace("#", line).getBytes(StandardCharsets.UTF_8)))
        .containsExactly("native");
  }

  @Test
  void linesOfUnknownObjectsAreReadAsNativeSoThatEachIsTold() throws IOException {
    Path trace = Files.writeString(folder.resolve("trace"), "{\"a\":1}\n{\"b\":2}\n");
    try (TraceReader reader =
        TraceReader.open(trace, TraceFormats.discovered(), true, (line, reason) -> {})) {
      assertThat(reader.format()).isEqualTo("native");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"time\":\"2026-10-03T10:15:00Z\"}]",
        "[\n{\"time\":\"2026-10-03T10:15:00Z\"},\n{\"time\":\"2026-10-03T10:15:01Z\"}\n]",
        "{\n \"a\": {\n  \"b\": 1\n }\n}",
        "when,what\n1,2\n",
        "hello"
      })
  void whatIsInNoneIsNotRead(String content) throws IOException {
    Path trace = Files.writeString(folder.resolve("trace"), content);
    assertThatThrownBy(() -> open(trace))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "its format is none of csv, datadog, helicone, langfuse, langsmith, litellm, native,"
                + " otlp; --from says which it is");
  }

  @Test
  void whatCouldBeInTwoIsNotRead() throws IOException {
    TraceFormats formats =
        TraceFormats.with(
            List.of(
                new ListedTrace("one", "#one", List.of()),
                new ListedTrace("other", "#o", List.of())));
    Path trace = Files.writeString(folder.resolve("trace"), "#one");
    assertThatThrownBy(() -> TraceReader.open(trace, formats, true, (line, reason) -> {}).close())
        .isInstanceOf(IOException.class)
        .hasMessage("it looks like each of one, other; --from says which");
  }

  @Test
  void utf16IsSaid() throws IOException {
    Path trace =
        Files.write(
            folder.resolve("trace"), "{\"time\":1791022500000}".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> open(trace))
        .isInstanceOf(IOException.class)
        .hasMessage("the text is UTF-16; traces are UTF-8");
  }

  private static void open(Path trace) throws IOException {
    TraceReader.open(trace, TraceFormats.discovered(), true, (line, reason) -> {}).close();
  }
}
