package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements about one call mean. */
class PredicateTest {
  private static final PricedCall CALL =
      new PricedCall(
          Call.atNanos(0)
              .model("gpt-4o-mini")
              .provider("openai")
              .feature("a*b")
              .status(Status.ERROR)
              .error("rate limit\nexceeded")
              .latencyMicros(2_500_000)
              .ttftMicros(500_000)
              .inputTokens(900)
              .outputTokens(100)
              .retries(2)
              .cacheHit(true)
              .score("relevance", 0.7)
              .score("tone", 0.6)
              .attribute("region", "eu")
              .attribute("asked_model", "gpt-4o")
              .attribute("zone", "eu")
              .attribute("shards", 3)
              .attribute("bytes", 12_345_678_901L)
              .attribute("share", 0.3)
              .attribute("tiny", new BigDecimal("1e-2147483647"))
              .attribute("huge", new BigDecimal("1e2147483647"))
              .attribute("beta", true)
              .build(),
          20_000_000);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = " -> ",
      textBlock =
          """
          model like "gpt-4*" -> TRUE
          model like "gpt-4" -> FALSE
          model like "*mini" -> TRUE
          model like "*4o*" -> TRUE
          model like "gpt-?o-mini" -> TRUE
          model like "gpt-?-mini" -> FALSE
          model like "*" -> TRUE
          model like "" -> FALSE
          feature like "a\\\\*b" -> TRUE
          model like "gpt\\\\*" -> FALSE
          user like "*" -> UNKNOWN
          model =~ "gpt-4.*" -> TRUE
          model =~ "gpt-4" -> FALSE
          model =~ "4o" -> FALSE
          model =~ "(?i)GPT-4O-MINI" -> TRUE
          model !~ "gpt-.*" -> FALSE
          model !~ "claude.*" -> TRUE
          user =~ ".*" -> UNKNOWN
          user !~ ".*" -> UNKNOWN
          error =~ "rate.*" -> FALSE
          error =~ "(?s)rate.*" -> TRUE
          attr.shards =~ "[0-9]" -> TRUE
          retries in (1, 2) -> TRUE
          retries not in (1, 2) -> FALSE
          retries in (3) -> FALSE
          latency in (2500ms, 1s) -> TRUE
          latency in (2500) -> TRUE
          latency + ttft in (3s) -> TRUE
          audio_input_tokens in (0) -> UNKNOWN
          audio_input_tokens not in (0) -> UNKNOWN
          model in ("gpt-4o-mini", "x") -> TRUE
          model not in ("gpt-4o-mini", "x") -> FALSE
          user not in ("u") -> UNKNOWN
          attr.shards in (1, 3) -> TRUE
          attr.region in (1, 3) -> UNKNOWN
          input_tokens > output_tokens -> TRUE
          output_tokens > input_tokens -> FALSE
          input_tokens > cached_tokens -> UNKNOWN
          input_tokens + output_tokens >= 1k -> TRUE
          input_tokens - output_tokens == 800 -> TRUE
          -output_tokens < 0 -> TRUE
          latency > 5 * ttft -> FALSE
          latency >= 5 * ttft -> TRUE
          latency >= 500% * ttft -> TRUE
          latency > 2s + 400ms -> TRUE
          latency - ttft > 2 -> TRUE
          latency / ttft == 5 -> TRUE
          latency / output_tokens == 25ms -> TRUE
          latency / output_tokens > 25ms -> FALSE
          output_tokens / latency == 40 -> TRUE
          cost / input_tokens > $0.00002 -> TRUE
          cost == output_tokens * $0.0002 -> TRUE
          cost * 2 == 0.04 -> TRUE
          latency / cached_tokens > 0s -> UNKNOWN
          latency / (output_tokens - 100) > 0s -> UNKNOWN
          latency > (retries - 1) * 2s -> TRUE
          latency > attr.shards * 1s -> FALSE
          score.relevance - score.tone == 0.1 -> TRUE
          score.relevance > 69% -> TRUE
          attr.share == 0.3 -> TRUE
          attr.share + score.tone == 0.9 -> TRUE
          attr.shards > retries -> TRUE
          output_tokens > attr.shards -> TRUE
          attr.bytes == 12345678901 -> TRUE
          attr.bytes < 12345678902 -> TRUE
          attr.tiny == 0 -> TRUE
          attr.huge > 1000000000000000 -> TRUE
          attr.region > 5 -> UNKNOWN
          attr.region == attr.zone -> TRUE
          attr.region != attr.zone -> FALSE
          attr.region == attr.missing -> UNKNOWN
          attr.shards > attr.share -> TRUE
          model == attr.asked_model -> FALSE
          model != provider -> TRUE
          cache_hit == attr.beta -> TRUE
          5s > latency -> TRUE
          attr.beta -> TRUE
          user == "u" and status == "ok" -> FALSE
          user == "u" and status == "error" -> UNKNOWN
          user == "u" or status == "error" -> TRUE
          """)
  void means(String statement, Truth truth) {
    assertThat(Where.of(statement).test(CALL)).isEqualTo(truth);
  }

  @Test
  void questionMarkIsOneCharacterWhateverItsBytes() {
    assertThat(new Glob("a?c").matches("a\uD83D\uDE00c")).isTrue();
    assertThat(new Glob("a??c").matches("a\uD83D\uDE00c")).isFalse();
    assertThat(new Glob("*?").matches("\uD83D\uDE00")).isTrue();
    assertThat(new Glob("a*b*c").matches("aXbXbXc")).isTrue();
    assertThat(new Glob("a*b*c").matches("aXbXbXcX")).isFalse();
  }

  @Test
  void equalPatternsAreEqualSoThatFoldsAreShared() {
    assertThat(Where.of("model =~ \"a.*\" and user like \"b*\""))
        .isEqualTo(Where.of("model =~ \"a.*\" and user like \"b*\""))
        .isNotEqualTo(Where.of("model =~ \"a.*\" and user like \"c*\""));
  }

  @Test
  void whatAPatternRemembersIsWhatItSays() {
    Predicate even = Where.of("user =~ \".*[02468]\"");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(even.test(by("user" + i))).isEqualTo(Truth.of(i % 2 == 0));
      }
    }
  }

  private static PricedCall by(String user) {
    CallBuilder call = Call.atNanos(0).user(user);
    return new PricedCall(call.build(), 0);
  }
}
