package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.trace.record.BadEventException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example lines of the native format's contract, field by field. */
class NativeExampleTest {
  private static final String CALL =
      """
      {"time":"2026-10-03T10:15:00.250Z","type":"call","id":"c-1",\
      "start":"2026-10-03T10:14:59.438Z","operation":"chat","model":"gpt-4o",\
      "provider":"openai","user":"u1","feature":"chat","environment":"prod","session":"s1",\
      "trace":"t1","parent":null,"tags":["beta"],"prompt":"support","prompt_version":"v7",\
      "prompt_label":"production","input_tokens":812,"output_tokens":210,"cached_tokens":0,\
      "cache_write_tokens":0,"reasoning_tokens":0,"audio_input_tokens":0,\
      "audio_output_tokens":0,"service_tier":"default","batch":false,"latency_ms":812.4,\
      "ttft_ms":120.0,"status":"ok","error":null,"finish_reason":"stop","retries":0,\
      "cache_hit":false,"cost_usd":0.0123,\
      "scores":{"answer_relevance":0.83,"hallucination":0.1},"feedback":"up",\
      "task_completed":true,"input":"...","output":"...","context":["..."],\
      "reference":"...","attributes":{"tenant":"acme"}}""";

  @Test
  void everyFieldOfTheCallIsRead() throws BadEventException {
    Call call = (Call) Reading.line(CALL);

    assertThat(call.time()).isEqualTo(Instant.parse("2026-10-03T10:15:00.250Z"));
    assertThat(call.id()).isEqualTo("c-1");
    assertThat(Instants.ofNanos(call.startNanos()))
        .isEqualTo(Instant.parse("2026-10-03T10:14:59.438Z"));
    assertThat(call.operation()).isEqualTo("chat");
    assertThat(call.model()).isEqualTo("gpt-4o");
    assertThat(call.provider()).isEqualTo("openai");
    assertThat(call.user()).isEqualTo("u1");
    assertThat(call.feature()).isEqualTo("chat");
    assertThat(call.environment()).isEqualTo("prod");
    assertThat(call.session()).isEqualTo("s1");
    assertThat(call.trace()).isEqualTo("t1");
    assertThat(call.parent()).isNull();
    assertThat(call.tags()).containsExactly("beta");
    assertThat(call.prompt()).isEqualTo("support");
    assertThat(call.promptVersion()).isEqualTo("v7");
    assertThat(call.promptLabel()).isEqualTo("production");
    assertThat(call.inputTokens()).isEqualTo(812);
    assertThat(call.outputTokens()).isEqualTo(210);
    assertThat(call.cachedTokens()).isZero();
    assertThat(call.cacheWriteTokens()).isZero();
    assertThat(call.reasoningTokens()).isZero();
    assertThat(call.audioInputTokens()).isZero();
    assertThat(call.audioOutputTokens()).isZero();
    assertThat(call.serviceTier()).isEqualTo("default");
    assertThat(call.batch()).isFalse();
    assertThat(call.latencyMicros()).isEqualTo(812_400);
    assertThat(call.ttftMicros()).isEqualTo(120_000);
    assertThat(call.status()).isEqualTo(Status.OK);
    assertThat(call.error()).isNull();
    assertThat(call.finishReason()).isEqualTo("stop");
    assertThat(call.retries()).isZero();
    assertThat(call.cacheHit()).isFalse();
    assertThat(call.costNanoDollars()).isEqualTo(12_300_000);
    assertThat(call.scores())
        .isEqualTo(Map.of("answer_relevance", 830_000_000L, "hallucination", 100_000_000L));
    assertThat(call.feedback()).isEqualTo("up");
    assertThat(call.taskCompleted()).isTrue();
    assertThat(call.input()).isEqualTo("...");
    assertThat(call.output()).isEqualTo("...");
    assertThat(call.context()).containsExactly("...");
    assertThat(call.reference()).isEqualTo("...");
    assertThat(call.attributes()).isEqualTo(Map.of("tenant", "acme"));
  }

  @Test
  void textsAreLeftOutUnlessAskedFor() throws BadEventException, IOException {
    byte[] bytes = CALL.getBytes(StandardCharsets.UTF_8);
    Call call = (Call) new NativeEvents(false).read(bytes, bytes.length);

    assertThat(call.input()).isNull();
    assertThat(call.output()).isNull();
    assertThat(call.context()).isEmpty();
    assertThat(call.reference()).isNull();
    assertThat(call.attributes()).as("nor under attributes").isEqualTo(Map.of("tenant", "acme"));
  }

  @Test
  void aScore() throws BadEventException {
    assertThat(
            Reading.line(
                """
                {"time":"2026-10-03T10:15:09Z","type":"score","call":"c-1",\
                "name":"answer_relevance","value":0.83,"label":null,"reason":"...",\
                "source":"judge:gpt-4o"}"""))
        .isEqualTo(
            new Score(
                nanos("2026-10-03T10:15:09Z"),
                "c-1",
                "answer_relevance",
                830_000_000,
                null,
                "...",
                "judge:gpt-4o"));
  }

  @Test
  void identifiersMayBeNumbersAndAreKeptAsWritten() throws BadEventException {
    Call call =
        (Call)
            Reading.line(
                """
                {"time":1790000000005,"id":17,"user":123456789012345678901,"session":-1,"trace":2.50,\
                "parent":0,"prompt_version":1.10}""");
    assertThat(call.id()).isEqualTo("17");
    assertThat(call.user()).isEqualTo("123456789012345678901");
    assertThat(call.session()).isEqualTo("-1");
    assertThat(call.trace()).isEqualTo("2.50");
    assertThat(call.parent()).isEqualTo("0");
    assertThat(call.promptVersion()).isEqualTo("1.10");
    assertThat(call.attributes()).isEmpty();
    assertThat(
            Reading.line(
                """
                {"time":1790000000005,"type":"score","call":17,"name":"tone","value":1}"""))
        .isEqualTo(
            new Score(1_790_000_000_005_000_000L, "17", "tone", 1_000_000_000, null, null, null));
    assertThat(
            Reading.line(
                """
                {"time":1790000000005,"type":"deployment","prompt":"p","version":8}"""))
        .isEqualTo(new Deployment(1_790_000_000_005_000_000L, "p", "8"));
  }

  @Test
  void aScoreWithALabelOnlyHasNoValue() throws BadEventException {
    assertThat(
            Reading.line(
                """
                {"time":1790000000005,"type":"score","call":"c","name":"tone","label":"rude"}"""))
        .isEqualTo(
            new Score(1_790_000_000_005_000_000L, "c", "tone", Event.UNKNOWN, "rude", null, null));
  }

  @Test
  void aDeployment() throws BadEventException {
    assertThat(
            Reading.line(
                """
                {"time":"2026-10-03T10:20:00Z","type":"deployment","prompt":"support",\
                "version":"v8"}"""))
        .isEqualTo(new Deployment(nanos("2026-10-03T10:20:00Z"), "support", "v8"));
  }

  @Test
  void aMeasure() throws BadEventException {
    assertThat(
            Reading.line(
                """
                {"time":"2026-10-03T10:20:00Z","type":"measure","name":"queue_depth","value":3,\
                "labels":{"region":"eu"}}"""))
        .isEqualTo(
            new Measure(
                nanos("2026-10-03T10:20:00Z"),
                "queue_depth",
                3_000_000_000L,
                Map.of("region", "eu")));
  }

  @Test
  void unknownKeysBecomeAttributes() throws BadEventException {
    Call call =
        (Call)
            Reading.line(
                """
                {"time":1790000000001,"tenant":"acme","region_id":7,"share":0.50,"vip":true,"nothing":null,\
                "path":["a",{"b":1}],"attributes":{"tier":"gold","none":null}}""");

    assertThat(call.attributes())
        .isEqualTo(
            Map.of(
                "tenant",
                "acme",
                "region_id",
                BigDecimal.valueOf(7),
                "share",
                new BigDecimal("0.5"),
                "vip",
                true,
                "path",
                "[\"a\",{\"b\":1}]",
                "tier",
                "gold"));
  }

  @Test
  void nullIsTheSameAsAbsent() throws BadEventException {
    StringBuilder nulls = new StringBuilder("{\"time\":1790000000001");
    Matcher keys = Pattern.compile("[{,]\"([a-z_]+)\":").matcher(CALL);
    while (keys.find()) {
      if (!keys.group(1).equals("time") && nulls.indexOf('"' + keys.group(1) + '"') < 0) {
        nulls.append(",\"").append(keys.group(1)).append("\":null");
      }
    }
    assertThat(nulls.append('}')).contains("\"status\":null", "\"scores\":null", "\"tags\":null");

    assertThat(Reading.line(nulls.toString()))
        .usingRecursiveComparison()
        .isEqualTo(Reading.line("{\"time\":1790000000001}"));
  }

  @Test
  void whatIsAbsentIsUnknown() throws BadEventException {
    Call call = (Call) Reading.line("{\"time\":1790000000000}");

    assertThat(call.status()).isEqualTo(Status.OK);
    assertThat(call.model()).isNull();
    assertThat(call.batch()).isNull();
    assertThat(call.scores()).isEmpty();
    assertThat(
            List.of(
                call.startNanos(),
                call.inputTokens(),
                call.outputTokens(),
                call.cachedTokens(),
                call.latencyMicros(),
                call.ttftMicros(),
                call.retries(),
                call.costNanoDollars()))
        .containsOnly(Event.UNKNOWN);
  }

  @Test
  void stampsKeepTheirNanoseconds() throws BadEventException {
    assertThat(Reading.line("{\"time\":\"2023-11-16T18:15:46.680590123Z\"}").time())
        .isEqualTo(Instant.parse("2023-11-16T18:15:46.680590123Z"));
    assertThat(Reading.line("{\"time\":\"2023-11-16T20:15:46+02:00\"}").time())
        .isEqualTo(Instant.parse("2023-11-16T18:15:46Z"));
    assertThat(Reading.line("{\"time\":1700158546680.590123}").time())
        .isEqualTo(Instant.parse("2023-11-16T18:15:46.680590123Z"));
    assertThat(Reading.line("{\"time\":1.7e12}").time())
        .isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
  }

  @Test
  void costsAreReadAsDecimals() throws BadEventException {
    assertThat(cost("0.3")).isEqualTo(300_000_000);
    assertThat(cost("0.0000000025")).as("half-even").isEqualTo(2);
    assertThat(cost("3.5e-9")).as("half-even").isEqualTo(4);
    assertThat(cost("9007199.254740993")).as("no double").isEqualTo(9_007_199_254_740_993L);
  }

  private static long cost(String dollars) throws BadEventException {
    return ((Call) Reading.line("{\"time\":1790000000001,\"cost_usd\":" + dollars + "}"))
        .costNanoDollars();
  }

  private static long nanos(String stamp) {
    return Instants.toNanos(Instant.parse(stamp));
  }
}
