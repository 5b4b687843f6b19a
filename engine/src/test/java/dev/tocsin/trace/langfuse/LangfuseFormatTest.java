package dev.tocsin.trace.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LangfuseFormatTest implements TraceFormatContract {
  private static final String TIMES =
      """
      "startTime":"2026-10-03T10:00:00Z","endTime":"2026-10-03T10:00:02.5Z"\
      """;

  @Override
  public TraceFormat plugin() {
    return new LangfuseFormat();
  }

  @Override
  public byte[] sample() {
    try {
      return Read.resource("langfuse/agno-2025-06-11.trace.json").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ofModelCallsInEachOtherTheInnermostCounts() throws IOException {
    Read read = Read.of(plugin(), new String(sample(), StandardCharsets.UTF_8));
    assertThat(read.calls()).extracting(Call::inputTokens).containsExactly(163L, 663L);
    assertThat(read.calls()).extracting(Call::outputTokens).containsExactly(20L, 225L);
    assertThat(read.bad()).isEmpty();
    assertThat(read.passedOver())
        .isEqualTo(
            Map.of(
                "SPAN", 2L,
                "GENERATION around others, with other tokens than the calls in it", 2L));
  }

  @Test
  void observationsOfAPageThatAreInEachOtherAreNotCountedTwice() throws IOException {
    String outer =
        "{\"id\":\"o\",\"traceId\":\"t\",\"type\":\"GENERATION\",%s,\"usage\":{\"input\":9,\"output\":9}}"
            .formatted(TIMES);
    String inner =
        outer
            .replace("\"id\":\"o\"", "\"id\":\"i\",\"parentObservationId\":\"o\"")
            .replace("9", "5");
    for (String shape :
        List.of("%s%n%s", "{\"data\":[%2$s,%1$s]}", "{\"data\":[%s]}%n{\"data\":[%s]}")) {
      Read read = Read.of(plugin(), shape.formatted(outer, inner));
      assertThat(read.call().id()).isEqualTo("i");
      assertThat(read.passedOver())
          .isEqualTo(
              Map.of("GENERATION around others, with other tokens than the calls in it", 1L));
    }
  }

  @Test
  void scoresOfATraceWithOneCallAreThoseOfTheCall() throws IOException {
    Read read = Read.of(plugin(), Read.resource("langfuse/google-gemini-2025-08-01.trace.json"));
    Call call = read.calls().get(0);
    assertThat(call.provider()).isEqualTo("google");
    assertThat(call.reasoningTokens()).isEqualTo(1104);
    assertThat(call.outputTokens()).isEqualTo(2055);
    assertThat(read.scores()).extracting(Score::call).containsOnly("b7a63ca7e1d083bc");
    assertThat(read.scores()).extracting(Score::value).containsExactly(0L, 100_000_000L);
  }

  @Test
  void anIngestionBatchIsMergedById() throws IOException {
    Call genuine =
        Read.of(plugin(), Read.resource("langfuse/langfuse_ingestion_batch_completion.json"))
            .call();
    assertThat(genuine.time()).hasToString("2025-01-16T19:28:55.124353Z");
    assertThat(genuine.costNanoDollars()).isEqualTo(55_000);
    assertThat(genuine.inputTokens()).isEqualTo(10);

    Read read =
        Read.of(
            plugin(),
            """
            {"batch":[
              {"type":"trace-create","body":{"id":"t","userId":"u","tags":["a"],"name":"chat"}},
              {"type":"generation-create","body":{"id":"g","traceId":"t","model":"m",
                "metadata":{"a":1},"startTime":"2026-10-03T10:00:00Z"}},
              {"type":"generation-update","body":{"id":"g","endTime":"2026-10-03T10:00:01Z",
                "model":null,"metadata":{"b":2},"level":"ERROR","statusMessage":"no quota",
                "usage":{"promptTokens":7,"completionTokens":2}}},
              {"type":"generation-create","body":{"id":"open","startTime":"2026-10-03T10:00:00Z"}},
              {"type":"span-create","body":{"id":"s"}},
              {"type":"sdk-log","body":{"log":"x"}},
              {"type":"generation-create","body":{"model":"m"}},
              {"type":"score-create","timestamp":"2026-10-03T10:00:05Z",
                "body":{"traceId":"t","observationId":"g","name":"tone","value":"kind"}}]}
            """);
    Call call = read.calls().get(0);
    assertThat(call.model()).isEqualTo("m");
    assertThat(call.user()).isEqualTo("u");
    assertThat(call.tags()).containsExactly("a");
    assertThat(call.status()).isEqualTo(Status.ERROR);
    assertThat(call.error()).isEqualTo("no quota");
    assertThat(call.inputTokens()).isEqualTo(7);
    assertThat(call.attributes()).containsKeys("a", "b");
    assertThat(read.scores()).extracting(Score::label).containsExactly("kind");
    assertThat(read.bad()).containsExactly("1: no id");
    assertThat(read.passedOver())
        .isEqualTo(Map.of("SPAN", 1L, "sdk-log", 1L, "GENERATION that has not ended", 1L));
  }

  @Test
  void aPageOfTheSecondApi() throws IOException {
    Call call =
        Read.of(
                plugin(),
                """
                {"data":[{"id":"o","traceId":"t","type":"GENERATION",%s,
                  "completionStartTime":"2026-10-03T10:00:01Z","providedModelName":"gpt-4o",
                  "userId":"u","sessionId":"s","tags":["x"],"release":"r1","traceName":"chat",
                  "environment":"prod","promptName":"support","promptVersion":7,
                  "metadata":"{\\"feature\\":\\"search\\",\\"ls_provider\\":\\"Azure\\"}",
                  "totalCost":"0.00123","level":"WARNING","statusMessage":"slow",
                  "usageDetails":{"input":10,"output":"5"},"costDetails":{"total":"0.00123"}}],
                 "meta":{"cursor":"x"}}
                """
                    .formatted(TIMES))
            .call();
    assertThat(call.model()).isEqualTo("gpt-4o");
    assertThat(call.provider()).isEqualTo("azure");
    assertThat(call.feature()).isEqualTo("search");
    assertThat(call.prompt()).isEqualTo("support");
    assertThat(call.promptVersion()).isEqualTo("7");
    assertThat(call.latencyMicros()).isEqualTo(2_500_000);
    assertThat(call.ttftMicros()).isEqualTo(1_000_000);
    assertThat(call.costNanoDollars()).isEqualTo(1_230_000);
    assertThat(call.status()).isEqualTo(Status.OK);
    assertThat(call.attributes())
        .containsEntry("release", "r1")
        .containsEntry("trace_name", "chat")
        .containsEntry("level", "WARNING")
        .containsEntry("status_message", "slow");
  }

  @Test
  void aTraceOfTheFirstApiWithItsObservations() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            [{"id":"t","timestamp":"2026-10-03T10:00:00Z","userId":"u","htmlPath":"/x",
              "observations":[
                {"id":"b","traceId":"t","type":"EMBEDDING",%1$s,"model":"e","totalCost":0},
                {"id":"a","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:00:00Z",
                 "endTime":"2026-10-03T10:00:01Z","usage":{"input":3,"unit":"CHARACTERS"},
                 "calculatedTotalCost":0.5},
                {"id":"s","traceId":"t","type":"SPAN","startTime":"2026-10-03T10:00:00Z"}],
              "scores":[{"name":"n","dataType":"BOOLEAN","value":true,"traceId":"t",
                         "observationId":"a","timestamp":"2026-10-03T11:00:00Z"},
                        {"name":"n","dataType":"NUMERIC","value":1,"traceId":"t",
                         "observationId":"s","timestamp":"2026-10-03T11:00:00Z"}]},
             {"id":"u","timestamp":"2026-10-03T10:00:00Z","observations":["a","b"],"scores":[]}]
            """
                .formatted(TIMES));
    assertThat(read.calls()).extracting(Call::id).containsExactly("a", "b");
    assertThat(read.calls()).extracting(Call::user).containsOnly("u");
    assertThat(read.calls()).extracting(Call::inputTokens).containsOnly(Event.UNKNOWN);
    assertThat(read.calls())
        .extracting(Call::costNanoDollars)
        .containsExactly(500_000_000L, Event.UNKNOWN);
    assertThat(read.calls().get(1).operation()).isEqualTo("embeddings");
    assertThat(read.scores()).extracting(Score::value).containsExactly(1_000_000_000L);
    assertThat(read.passedOver()).isEqualTo(Map.of("SPAN", 1L, "score of a SPAN", 1L, "trace", 1L));
  }

  @Test
  void scoresByThemselves() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            {"data":[
             {"id":"1","name":"a","source":"API","dataType":"CATEGORICAL","value":2,
              "stringValue":"good","observationId":"o","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"2","name":"a","source":"API","dataType":"CATEGORICAL","value":2,"configId":"c",
              "stringValue":"good","observationId":"o","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"3","name":"a","source":"EVAL","dataType":"NUMERIC","value":0.5,
              "traceId":"t","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"4","name":"a","source":"EVAL","dataType":"NUMERIC","value":0.5,
              "sessionId":"t","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"5","name":"a","source":"EVAL","dataType":"TEXT","stringValue":"x",
              "traceId":"t","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"6","name":"a","source":"EVAL","dataType":"NUMERIC",
              "observationId":"t","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"7","name":"a","source":"EVAL","dataType":"NUMERIC","value":1,
              "datasetRunId":"t","timestamp":"2026-10-03T10:00:00Z"},
             {"id":"8","name":"a","source":"EVAL","dataType":"NUMERIC","value":1,
              "observationId":"t"}]}
            """);
    assertThat(read.scores())
        .extracting(Score::value)
        .containsExactly(Event.UNKNOWN, 2_000_000_000L);
    assertThat(read.scores()).extracting(Score::source).containsOnly("langfuse:API");
    assertThat(read.bad()).containsExactly("12: no value", "16: no timestamp");
    assertThat(read.passedOver())
        .isEqualTo(
            Map.of(
                "score of a trace", 1L,
                "score of a session", 1L,
                "score of a dataset run", 1L,
                "score of type TEXT", 1L));
  }

  /** Each source counts in its own way; the total says how. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'input':24,'output':378,'output_reasoning_tokens':1029,'total':1431} | 24 | 1407",
        "{'input':6,'output':2055,'completion_details.reasoning':1104,'total':2061} | 6 | 2055",
        "{'input':10,'output':20,'cache_read_input_tokens':90} | 100 | 20",
        "{'input':10,'output':20,'cache_read_input_tokens':5,'total':30} | 10 | 20",
        "{'input':10,'output':20,'input_cache_creation_5m':4,'input_cache_creation_1h':6} | 20 | 20",
        "{'input':10,'output':20,'prompt_details.cache_read':8} | 10 | 20",
        "{'input':110,'output':20,'prompt_tokens_details':{'cached_tokens':100}} | 110 | 20",
        "{'input':10,'output':20,'prompt_tokens_details':{'cached_tokens':100}} | 110 | 20",
        "{'input':110,'output':50,'total':160,'input_cache_read':100,'prompt_details.cache_read':100,'output_reasoning':20,'completion_details.reasoning':20} | 110 | 50",
        "{'prompt_tokens':10,'completion_tokens':20,'total_tokens':30} | 10 | 20",
        "{'input':5,'output':845,'total':2023} | 5 | 845",
      })
  void partsOfTokensAreNotCountedTwice(String usage, long input, long output) throws IOException {
    Call call =
        Read.of(
                plugin(),
                """
                {"id":"o","traceId":"t","type":"GENERATION",%s,"usageDetails":%s}
                """
                    .formatted(TIMES, usage.replace('\'', '"')))
            .call();
    assertThat(call.inputTokens()).isEqualTo(input);
    assertThat(call.outputTokens()).isEqualTo(output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'endTime':'2026-10-03T09:00:00Z' | end 2026-10-03T09:00:00Z is before the start",
        "'endTime':'noon' | endTime must be a time, as 2026-10-03T10:15:00.250Z, not \"noon\"",
        "'endTime':17 | endTime must be a time, as 2026-10-03T10:15:00.250Z, not 17",
        "'endTime':'2026-10-03T10:00:01Z','completionStartTime':'2026-10-03T11:00:00Z' | first token",
        "'endTime':'2026-10-03T10:00:01Z','usageDetails':{'input':-1} | usageDetails.input must not",
        "'endTime':'2026-10-03T10:00:01Z','usageDetails':{'input':1.5} | usageDetails.input must be a w",
        "'endTime':'2026-10-03T10:00:01Z','usageDetails':{'input':9,'total':3} | input tokens 9 are",
        "'endTime':'2026-10-03T10:00:01Z','usageDetails':'x' | usageDetails must be an object, not",
        "'endTime':'2026-10-03T10:00:01Z','totalCost':'free' | totalCost must be a number, not \"free\"",
      })
  void whatContradictsItselfIsBad(String fieldsAndReason) throws IOException {
    String[] parts = fieldsAndReason.split(" \\| ", -1);
    Read read =
        Read.of(
            plugin(),
            """
            {"id":"o","traceId":"t","type":"GENERATION","startTime":"2026-10-03T10:00:00Z",%s}
            {"id":"p","traceId":"t","type":"GENERATION",%s}
            """
                .formatted(parts[0].replace('\'', '"'), TIMES));
    assertThat(read.bad()).hasSize(1);
    assertThat(read.bad().get(0)).startsWith("1: ").contains(parts[1]);
    assertThat(read.calls()).hasSize(1);
  }

  @Test
  void otherThingsAreNone() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            [{"name":"Hallucination","outputDefinition":{},"prompt":"..."}, {"x":1}, 3]
            """);
    assertThat(read.passedOver()).isEqualTo(Map.of("evaluator", 1L));
    assertThat(read.bad())
        .containsExactly(
            "1: no observation, trace or score of Langfuse", "1: expected a JSON object, not 3");
    assertThat(
            plugin().recognises("{\"time\":1,\"type\":\"call\"}".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void parentsInACircleEnd() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            {"trace":{"id":"t"},"observations":[
             {"id":"a","traceId":"t","type":"GENERATION","parentObservationId":"b",%1$s},
             {"id":"b","traceId":"t","type":"SPAN","parentObservationId":"a",%1$s,
              "usageDetails":{"input":1,"output":1}}]}
            """
                .formatted(TIMES));
    assertThat(read.passedOver()).isEqualTo(Map.of("SPAN", 1L));
    assertThat(read.calls()).hasSize(1);
  }
}
