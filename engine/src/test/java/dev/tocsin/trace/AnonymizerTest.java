package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.event.Redaction;
import dev.tocsin.trace.Anonymizer.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymizerTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Call CALL =
      Call.atNanos(1)
          .id("c")
          .user("u")
          .session("s")
          .trace("t")
          .parent("c")
          .model("gpt-4o")
          .error("no user 17")
          .input("mail a@b.example")
          .output("fine")
          .context("call +49 30 123456")
          .attribute("tenant", "acme")
          .attribute("email", "x")
          .build();

  @Test
  void idsAreHashedTextsAndAttributesGo() {
    Call call = (Call) of(Texts.DROPPED).of(CALL);
    // printf c | openssl dgst -sha256 -hmac 0123456789abcdef
    assertThat(call.id()).isEqualTo("b42c671c29de22ac").isEqualTo(call.parent());
    assertThat(call.user()).isNotEqualTo(call.session()).isNotEqualTo("u");
    assertThat(call.trace()).hasSize(16);
    assertThat(call.model()).isEqualTo("gpt-4o");
    assertThat(call.error()).isEqualTo("no user [number]");
    assertThat(call.input()).isNull();
    assertThat(call.context()).isEmpty();
    assertThat(call.attributes()).isEqualTo(Map.of("tenant", "acme"));
  }

  @Test
  void anotherKeyGivesOtherValues() {
    Anonymizer other = new Anonymizer(new byte[16], Texts.DROPPED, Set.of());
    assertThat(((Call) other.of(CALL)).id()).isNotEqualTo(((Call) of(Texts.KEPT).of(CALL)).id());
  }

  @Test
  void textsAreRedactedOrKept() {
    Call redacted = (Call) of(Texts.REDACTED).of(CALL);
    assertThat(redacted.input()).isEqualTo("mail [email]");
    assertThat(redacted.output()).isEqualTo("fine");
    assertThat(redacted.context()).containsExactly("call [phone]");
    assertThat(((Call) of(Texts.KEPT).of(CALL)).input()).isEqualTo("mail a@b.example");
  }

  @Test
  void otherEvents() {
    Score score = new Score(1, "c", "tone", 5, "good", "because 7", "api");
    Score anonymous = (Score) of(Texts.REDACTED).of(score);
    assertThat(anonymous.call()).isEqualTo(((Call) of(Texts.KEPT).of(CALL)).id());
    assertThat(anonymous.reason()).isEqualTo("because [number]");
    assertThat(anonymous.label()).isEqualTo("good");
    Measure measure = new Measure(1, "depth", 3, Map.of("tenant", "acme", "host", "h"));
    assertThat(((Measure) of(Texts.KEPT).of(measure)).labels()).isEqualTo(Map.of("tenant", "acme"));
    Deployment deployment = new Deployment(1, "support", "v8");
    assertThat(of(Texts.KEPT).of(deployment)).isEqualTo(deployment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to jo.doe+x@mail.example.org. | write to [email].",
        "ring 030/123-456 or +4915123456789  | ring [phone] or [phone]",
        "order 12345, 3 items                | order [number], [number] items",
        "Jo Doe of Example Street            | Jo Doe of Example Street",
      })
  void whatRedactionFinds(String text, String redacted) {
    assertThat(Redaction.of(text)).isEqualTo(redacted);
  }

  private static Anonymizer of(Texts texts) {
    return new Anonymizer(KEY, texts, Set.of("tenant"));
  }
}
