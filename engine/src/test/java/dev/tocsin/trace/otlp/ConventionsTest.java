package dev.tocsin.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tocsin.trace.document.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call, told in the words of each generation. */
class ConventionsTest {
  private static final Path FOLDER = Path.of("src/test/resources/traces/otlp");

  static Stream<Arguments> generations() {
    return Stream.of(
        generation(
            "legacy", "gen_ai.system gen_ai.usage.prompt_tokens gen_ai.usage.completion_tokens"),
        generation("to 1.36", "gen_ai.system gen_ai.usage.input_tokens gen_ai.usage.output_tokens"),
        generation(
            "from 1.37",
            "gen_ai.provider.name gen_ai.usage.input_tokens gen_ai.usage.output_tokens"
                + " gen_ai.usage.cache_read.input_tokens"
                + " gen_ai.usage.cache_creation.input_tokens"
                + " gen_ai.usage.reasoning.output_tokens"),
        generation(
            "newest",
            "gen_ai.provider.name gen_ai.usage.input_tokens gen_ai.usage.output_tokens"
                + " gen_ai.usage.cache_read.input_tokens gen_ai.usage.cache_write.input_tokens"
                + " gen_ai.usage.reasoning.output_tokens"),
        generation(
            "OpenInference",
            "llm.provider llm.token_count.prompt llm.token_count.completion"
                + " llm.token_count.prompt_details.cache_read"
                + " llm.token_count.prompt_details.cache_write"
                + " llm.token_count.completion_details.reasoning"));
  }

  private static Arguments generation(String name, String attributes) {
    return arguments(name, attributes.split(" "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("generations")
  void sayTheSame(String generation, String[] names) throws IOException {
    String[] values = {"openai", "100", "20", "60", "30", "5"};
    String[] attributes = new String[names.length * 2 + 2];
    attributes[0] = "gen_ai.request.model";
    attributes[1] = "gpt-4o";
    for (int i = 0; i < names.length; i++) {
      attributes[2 * i + 2] = names[i];
      attributes[2 * i + 3] = values[i];
    }
    String details =
        names.length > 3
            ? "\"cached_tokens\":60,\"cache_write_tokens\":30,\"reasoning_tokens\":5,"
            : "";
    assertThat(Spans.readAs(attributes))
        .isEqualTo(
            "{\"model\":\"gpt-4o\",\"provider\":\"openai\",\"input_tokens\":100,"
                + "\"output_tokens\":20,"
                + details
                + "\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otel_genai_client_span_tool_calls.json",
        "otel_genai_deprecated_client_span_tool_calls.json",
        "openinference_client_span_tool_calls.json"
      })
  void genuineAttributesOfBothConventionsAreOneCall(String attributes) throws IOException {
    String span =
        """
        {"spanContext":{"traceId":"7","spanId":"a1"},"startTime":[1790000000,0],\
        "endTime":[1790000001,0],"attributes":"""
            + Files.readString(FOLDER.resolve(attributes))
            + "}";
    assertThat(Recorded.texts(new OtlpFormat(), span))
        .singleElement()
        .asString()
        .contains("\"model\":\"gpt-4-0613\"", "\"provider\":\"openai\"")
        .contains("\"input_tokens\":97,\"output_tokens\":52")
        .contains("\"input\":\"Weather in Paris?")
        .contains("The weather in Paris is currently rainy");
  }

  @Test
  void theGenuineToolSpanIsNoCall() throws IOException {
    String span =
        "{\"spanContext\":{\"spanId\":\"a1\"},\"attributes\":"
            + Files.readString(FOLDER.resolve("otel_genai_tool_execution_span.json"))
            + "}";
    assertThat(Recorded.texts(new OtlpFormat(), span))
        .containsExactly("1 passed over: execute_tool");
  }

  @Test
  void kindsOfSpans() throws IOException {
    assertThat(Spans.readAs("llm.request.type", "completion"))
        .contains("\"operation\":\"completion\"");
    assertThat(Spans.readAs("traceloop.span.kind", "workflow")).isEqualTo("passed over: workflow");
    assertThat(Spans.readAs("openinference.span.kind", "CHAIN")).isEqualTo("passed over: CHAIN");
    assertThat(Spans.readAs("langfuse.observation.type", "generation")).contains("status");
    assertThat(Spans.readAs("gen_ai.operation.name", "dance")).isEqualTo("passed over: dance");
    assertThat(
            Spans.readAs(
                "gen_ai.operation.name", "responses",
                "gen_ai.request.model", "m",
                "gen_ai.usage.output_tokens", "1"))
        .contains("\"operation\":\"responses\"");
    assertThat(Spans.readAs("http.method", "POST")).isEqualTo("passed over: span");
  }

  @Test
  void messagesInEventsAreItsTexts() throws IOException {
    String span =
        Spans.otlp("a1", null, 0, "gen_ai.operation.name", "chat")
            .replaceFirst(
                "\\}$",
                """
                ,"events":[{"name":"gen_ai.user.message","timeUnixNano":"1","attributes":\
                [{"key":"content","value":{"stringValue":"Why?"}}]},\
                {"name":"gen_ai.choice","attributes":[{"key":"message","value":{"kvlistValue":\
                {"values":[{"key":"content","value":{"stringValue":"Because."}}]}}}]},\
                {"name":"exception","attributes":[{"key":"exception.type",\
                "value":{"stringValue":"ReadTimeout"}}]}],"status":{"code":2}}""");
    assertThat(Spans.read(span))
        .singleElement()
        .asString()
        .contains("\"input\":\"Why?\",\"output\":\"Because.\"")
        .contains("\"status\":\"timeout\",\"error\":\"ReadTimeout\"");
  }

  @Test
  void totalsTellWhetherCachedTokensAreWithin() throws IOException {
    assertThat(
            Spans.readAs(
                "llm.model_name", "claude",
                "llm.token_count.prompt", "10",
                "llm.token_count.prompt_details.cache_read", "60",
                "llm.token_count.completion", "20",
                "llm.token_count.completion_details.reasoning", "7",
                "llm.token_count.total", "97"))
        .contains("\"input_tokens\":70,\"output_tokens\":27,\"cached_tokens\":60");
    assertThat(
            Spans.readAs(
                "llm.model_name", "gemini",
                "llm.token_count.prompt", "10",
                "llm.token_count.completion", "20",
                "llm.token_count.completion_details.reasoning", "30",
                "llm.token_count.total", "60"))
        .contains("\"input_tokens\":10,\"output_tokens\":50");
  }

  @Test
  void contradictionsAreBad() throws IOException {
    String[] usage = {"gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", "10", "", ""};
    usage[4] = "llm.token_count.prompt";
    usage[5] = "11";
    assertThat(Spans.readAs(usage))
        .isEqualTo("bad: gen_ai.usage.input_tokens is 10, but llm.token_count.prompt is 11");
    usage[4] = "gen_ai.usage.input_tokens";
    usage[5] = "many";
    assertThat(Spans.readAs(usage))
        .isEqualTo("bad: gen_ai.usage.input_tokens must be a number, not \"many\"");
    usage[5] = "9223372036854775807";
    assertThat(Spans.readAs(usage))
        .isEqualTo("bad: span a1: tokens are out of range: 9223372036854775807");
    assertThat(
            Spans.readAs(
                "llm.model_name", "m",
                "llm.token_count.prompt", "10",
                "llm.token_count.completion", "20",
                "llm.token_count.total", "60"))
        .isEqualTo("bad: span a1: total tokens 60 are not input tokens 10 and output tokens 20");
  }

  @Test
  void partsThatAreMoreThanTheWholeStandBesideIt() throws IOException {
    assertThat(
            Spans.readAs(
                "llm.model_name", "m",
                "llm.token_count.prompt", "1",
                "llm.token_count.completion", "2",
                "llm.token_count.prompt_details.cache_read", "11",
                "llm.token_count.completion_details.reasoning", "3"))
        .contains(
            "\"input_tokens\":12,\"output_tokens\":5,\"cached_tokens\":11,\"reasoning_tokens\":3");
    assertThat(
            Spans.readAs(
                "llm.model_name", "m",
                "llm.token_count.prompt", "11",
                "llm.token_count.prompt_details.cache_read", "11"))
        .contains("\"input_tokens\":11,\"cached_tokens\":11");
  }

  @Test
  void spansOfPhoenix() throws IOException {
    String rest =
        "\"name\":\"n\",\"parent_id\":null,\"start_time\":\"2026-10-03T10:15:00\",\"span_kind\":\"LLM\","
            + "\"end_time\":\"2026-10-03T10:15:01\",\"status_code\":\"OK\",";
    String call =
        "{\"time\":\"2026-10-03T10:15:01Z\",\"type\":\"call\",\"id\":\"c1\",\"start\":\"2026-10-03T10:15:00Z\","
            + "\"model\":\"m\",\"trace\":\"t\",\"input_tokens\":5,\"latency_ms\":1000,\"status\":\"ok\"}";
    assertThat(
            Recorded.texts(
                new OtlpFormat(),
                "{\"data\":[{"
                    + rest
                    + "\"context\":{\"trace_id\":\"t\",\"span_id\":\"c1\"},"
                    + "\"attributes\":{\"llm.model_name\":\"m\",\"llm.token_count.prompt\":5}}]}"))
        .containsExactly("1 " + call);
    assertThat(
            Recorded.texts(
                new OtlpFormat(),
                "{"
                    + rest
                    + "\"context.trace_id\":\"t\",\"context.span_id\":\"c1\","
                    + "\"attributes.llm.model_name\":\"m\",\"attributes.llm.token_count.prompt\":5.0}"))
        .containsExactly("1 " + call);
  }

  @Test
  void resourceSpansOfJavasLoggingExporter() throws IOException {
    String span = Spans.otlp("a1", null, 0, "gen_ai.operation.name", "chat");
    assertThat(
            Recorded.texts(
                new OtlpFormat(),
                "{\"resource\":{\"attributes\":[{\"key\":\"deployment.environment\",\"value\":{\"stringValue\":\"prod\"}}]},"
                    + "\"scopeSpans\":[{\"scope\":{\"name\":\"x\"},\"spans\":["
                    + span
                    + "]}]}"))
        .singleElement()
        .asString()
        .contains("\"id\":\"a1\"", "\"environment\":\"prod\"");
  }
}
