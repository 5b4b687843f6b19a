package dev.tocsin.trace.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteLlmFormatTest implements TraceFormatContract {
  @Override
  public TraceFormat plugin() {
    return new LiteLlmFormat();
  }

  @Override
  public byte[] sample() {
    try {
      return Read.resource("litellm/spend_logs_payload.json").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aGenuineRow() throws IOException {
    Call call = Read.of(plugin(), new String(sample(), StandardCharsets.UTF_8)).call();
    assertThat(call.time()).hasToString("2025-01-24T09:20:46.851954Z");
    assertThat(call.latencyMicros()).isEqualTo(4_583);
    assertThat(call.ttftMicros()).isEqualTo(Event.UNKNOWN);
    assertThat(call.costNanoDollars()).isEqualTo(225_000);
    assertThat(call.inputTokens()).isEqualTo(10);
    assertThat(call.outputTokens()).isEqualTo(20);
    assertThat(call.cachedTokens()).isEqualTo(Event.UNKNOWN);
    assertThat(call.cacheHit()).isNull();
    assertThat(call.user()).isNull();
    assertThat(call.provider()).isEqualTo("openai");
    assertThat(call.operation()).isEqualTo("chat");
    assertThat(call.input()).isNull();
  }

  @Test
  void rowsOfATable() throws IOException {
    Read read =
        Read.of(
            plugin(),
            """
            {"request_id":"a","call_type":"aembedding","startTime":"2026-10-03 10:00:00","endTime":"2026-10-03 10:00:01","spend":"0.002","cache_hit":"True","user":"u1","end_user":"e","team_id":"core","request_tags":"[\\"x\\"]","metadata":"{\\"user_api_key_alias\\":\\"k\\",\\"additional_usage_values\\":{\\"cache_read_input_tokens\\":80,\\"cache_creation_input_tokens\\":5}}","prompt_tokens":100,"completion_tokens":20,"total_tokens":120}
            {"request_id":"b","call_type":"acompletion","startTime":"2026-10-03T10:00:00Z","completionStartTime":"2026-10-03T10:00:00.4Z","endTime":"2026-10-03T10:00:01Z","status":"failure","metadata":{"status":"failure","attempted_retries":2,"user_api_key_user_id":"owner","error_information":{"error_class":"Timeout","error_code":"408"}}}
            {"request_id":"c","call_type":"call_mcp_tool","startTime":"2026-10-03T10:00:00Z","endTime":"2026-10-03T10:00:01Z"}
            {"request_id":"d","call_type":"x","startTime":"2026-10-03T10:00:00Z","endTime":"2026-10-03T10:00:01Z","status":"odd"}
            """);
    Call first = read.calls().get(0);
    assertThat(first.operation()).isEqualTo("embeddings");
    assertThat(first.cacheHit()).isTrue();
    assertThat(first.user()).isEqualTo("e");
    assertThat(first.cachedTokens()).isEqualTo(80);
    assertThat(first.cacheWriteTokens()).isEqualTo(5);
    assertThat(first.inputTokens()).isEqualTo(100);
    assertThat(first.tags()).containsExactly("x");
    assertThat(first.attributes()).isEqualTo(Map.of("team_id", "core", "key_alias", "k"));
    Call second = read.calls().get(1);
    assertThat(second.status()).isEqualTo(Status.TIMEOUT);
    assertThat(second.error()).isEqualTo("Timeout");
    assertThat(second.retries()).isEqualTo(2);
    assertThat(second.user()).isEqualTo("owner");
    assertThat(second.ttftMicros()).isEqualTo(400_000);
    assertThat(second.attributes()).containsEntry("error_code", "408");
    assertThat(read.passedOver()).isEqualTo(Map.of("call_mcp_tool", 1L));
    assertThat(read.bad()).containsExactly("4: status must be success or failure, not 'odd'");
  }

  @Test
  void aCostOfNothingIsUnknownWhereNoPriceWasFound() throws IOException {
    String row =
        """
        {"request_id":"a","startTime":"2026-10-03 10:00:00","endTime":"2026-10-03 10:00:01","spend":0,%s,\
        "total_tokens":15,"metadata":"{\\"model_map_information\\":{\\"model_map_key\\":\\"m\\",\\"model_map_value\\":%s}}"}
        """;
    String called = "\"cache_hit\":\"False\"";
    assertThat(Read.of(plugin(), row.formatted(called, "null")).call().costNanoDollars())
        .isEqualTo(Event.UNKNOWN);
    assertThat(Read.of(plugin(), row.formatted(called, "{}")).call().costNanoDollars()).isZero();
    assertThat(
            Read.of(plugin(), row.formatted("\"cache_hit\":\"True\"", "null"))
                .call()
                .costNanoDollars())
        .isZero();
  }

  @Test
  void aPayloadForCallbacks() throws IOException {
    Call call =
        Read.of(
                plugin(),
                """
                {"id":"p","trace_id":"t","call_type":"completion","custom_llm_provider":"Anthropic",
                 "response_cost":0.5,"startTime":1759485600.25,"endTime":1759485601.5,
                 "completionStartTime":1759485600.5,"model":"claude","status":"failure",
                 "error_str":"overloaded","metadata":{"user_api_key_team_id":"core",
                 "requester_metadata":{"tenant":"acme"}},
                 "messages":[{"role":"user","content":"hi"}],
                 "response":{"choices":[{"finish_reason":"length"}],"usage":{"prompt_tokens":4,
                 "completion_tokens":10,"total_tokens":214,
                 "prompt_tokens_details":{"cached_tokens":200,"audio_tokens":1},
                 "completion_tokens_details":{"reasoning_tokens":6}}}}
                """)
            .call();
    assertThat(call.time()).hasToString("2025-10-03T10:00:01.500Z");
    assertThat(call.trace()).isEqualTo("t");
    assertThat(call.provider()).isEqualTo("anthropic");
    assertThat(call.finishReason()).isEqualTo("length");
    assertThat(call.error()).isEqualTo("overloaded");
    assertThat(call.inputTokens()).isEqualTo(204);
    assertThat(call.outputTokens()).isEqualTo(10);
    assertThat(call.reasoningTokens()).isEqualTo(6);
    assertThat(call.audioInputTokens()).isEqualTo(1);
    assertThat(call.input()).isEqualTo("[{\"role\":\"user\",\"content\":\"hi\"}]");
    assertThat(call.attributes()).isEqualTo(Map.of("team_id", "core", "tenant", "acme"));
  }
}
