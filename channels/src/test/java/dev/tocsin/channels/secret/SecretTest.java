package dev.tocsin.channels.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", "s3cr$t\\1", "BLANK", " ");

  @Test
  void variablesInATextAreFilledInWhateverTheyHold() {
    Secret secret = Secret.written("https://x.org/${TOKEN}/${TOKEN}", ENVIRONMENT::get);
    assertThat(secret.reveal()).isEqualTo("https://x.org/s3cr$t\\1/s3cr$t\\1");
    assertThat(Secret.written("no variable").reveal()).isEqualTo("no variable");
  }

  @Test
  void theEnvironmentOfTheProcessIsRead() {
    assertThat(Secret.env("PATH").reveal()).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThatThrownBy(() -> Secret.env("TOCSIN_NOT_THERE").reveal())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the environment variable TOCSIN_NOT_THERE is not set");
    assertThatThrownBy(() -> Secret.written("${BLANK}", ENVIRONMENT::get).reveal())
        .hasMessage("the environment variable BLANK is not set");
  }

  @Test
  void nobodySeesIt() {
    Secret secret = Secret.of(() -> "s3cret");
    assertThat(secret).hasToString("***");
    assertThat(secret.reveal()).isEqualTo("s3cret");
  }

  @Test
  void aSupplierThatFailsDoesNotTellItEither() {
    Secret secret =
        Secret.of(
            () -> {
              throw new IllegalArgumentException("bad token s3cret");
            });
    assertThatThrownBy(secret::reveal)
        .hasMessage("a secret cannot be read: IllegalArgumentException")
        .hasNoCause();
    assertThatThrownBy(() -> Secret.of(() -> "").reveal()).hasMessage("a secret is empty");
  }

  @Test
  void partsOfASecretUrlAreRedactedToo() {
    Redaction redaction =
        Redaction.of(List.of("pass", ""))
            .andUrl(URI.create("https://hooks.example.org/services/T0/abcdefgh?key=12345678"));
    assertThat(redaction.in("no token abcdefgh, key 12345678, pass; T0 at /services/T0/abcdefgh"))
        .isEqualTo("no token ***, key ***, ***; T0 at ***");
    assertThat(redaction).hasToString("***");
  }
}
