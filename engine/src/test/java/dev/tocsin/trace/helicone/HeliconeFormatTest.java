package dev.tocsin.trace.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.testkit.contract.TraceFormatContract;
import dev.tocsin.trace.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows as the public type {@code HeliconeRequest} describes them. */
class HeliconeFormatTest implements TraceFormatContract {
  private static final String PAGE =
      """
      {"data":[
       {"request_id":"a","request_created_at":"2026-10-03 10:00:00.000","response_created_at":"2026-10-03T10:00:02Z",
        "response_status":200,"request_model":"gpt-4o","response_model":"gpt-4o-2024-08-06","provider":"OPENAI",
        "delay_ms":1500,"time_to_first_token":300,"prompt_tokens":100,"prompt_cache_read_tokens":60,
        "completion_tokens":20,"total_tokens":120,"cost":0.01,"request_user_id":"u","prompt_id":"p","prompt_version":"3",
        "feedback_rating":true,"scores":{"helpful":{"value":1,"valueType":"number"},"tone-hcone-bool":0,"none":null,"text":"0.5"},
        "request_properties":{"Helicone-Session-Id":"s","tenant":"acme","environment":"prod"},
        "cache_reference_id":"00000000-0000-0000-0000-000000000000","country_code":"DE",
        "request_body":{"messages":[]},"response_body":"ok"},
       {"request_id":"b","request_created_at":"2026-10-03T10:00:01Z","response_created_at":"2026-10-03T10:00:02Z",
        "response_status":504,"model":"claude","provider":"ANTHROPIC","prompt_tokens":10,"prompt_cache_read_tokens":90,
        "prompt_cache_write_tokens":5,"completion_tokens":7,"costUSD":0,"total_tokens":17},
       {"request_id":"c","request_created_at":"2026-10-03T10:00:03Z","response_status":-2},
       {"request_id":"d","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"response_status":200,"model":"tool:search"},
       {"request_id":"e","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"response_status":"odd"},
       {"request_id":"f","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"response_status":-3},
       {"request_id":"g","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"scores":{"a":"x"}},
       {"request_id":"h","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"response_status":-1},
       {"request_id":"i","request_created_at":"2026-10-03T10:00:03Z","delay_ms":5,"response_status":429}
      ],"error":null}
      """;

  @Override
  public TraceFormat plugin() {
    return new HeliconeFormat();
  }

  @Override
  public byte[] sample() {
    return PAGE.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aCall() throws IOException {
    Call call = Read.of(plugin(), PAGE).calls().get(0);
    assertThat(call.time()).hasToString("2026-10-03T10:00:01.500Z");
    assertThat(call.model()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(call.provider()).isEqualTo("openai");
    assertThat(call.latencyMicros()).isEqualTo(1_500_000);
    assertThat(call.ttftMicros()).isEqualTo(300_000);
    assertThat(call.inputTokens()).isEqualTo(100);
    assertThat(call.cachedTokens()).isEqualTo(60);
    assertThat(call.feedback()).isEqualTo("up");
    assertThat(call.scores())
        .isEqualTo(Map.of("helpful", 1_000_000_000L, "tone", 0L, "text", 500_000_000L));
    assertThat(call.session()).isEqualTo("s");
    assertThat(call.environment()).isEqualTo("prod");
    assertThat(call.cacheHit()).isFalse();
    assertThat(call.input()).isEqualTo("{\"messages\":[]}");
    assertThat(call.attributes())
        .containsEntry("tenant", "acme")
        .containsEntry("country_code", "DE");
  }

  @Test
  void anthropicCountsWhatIsCachedBesideItsInput() throws IOException {
    Call call = Read.of(plugin(), PAGE).calls().get(1);
    assertThat(call.status()).isEqualTo(Status.TIMEOUT);
    assertThat(call.latencyMicros()).isEqualTo(1_000_000);
    assertThat(call.inputTokens()).isEqualTo(105);
    assertThat(call.costNanoDollars()).isEqualTo(Event.UNKNOWN);
  }

  @Test
  void theRest() throws IOException {
    Read read = Read.of(plugin(), PAGE);
    assertThat(read.calls().subList(2, 5))
        .extracting(call -> call.status().label() + " " + call.error())
        .containsExactly("error cancelled", "timeout null", "error HTTP 429");
    assertThat(read.passedOver())
        .isEqualTo(Map.of("request without a response yet", 1L, "tool", 1L));
    assertThat(read.bad())
        .containsExactly(
            "15: response_status must be a number, not 'odd'",
            "17: scores.a must be a number, not \"x\"");
  }
}
