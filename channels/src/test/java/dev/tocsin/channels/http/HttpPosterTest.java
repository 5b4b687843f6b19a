package dev.tocsin.channels.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpPosterTest {
  private static final String PATH = "/services/T000/B000/hunter2hunter2";
  private final RecordingServer server = new RecordingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aServerInTroubleIsAskedAgain(int status) throws Exception {
    server.answers(status).answers(status, Map.of("Retry-After", "0"), "later");
    post(PATH);
    assertThat(server.bodies()).containsExactly("{}", "{}", "{}");
    assertThat(server.requests().get(0).header("Content-type")).startsWith("application/json");
  }

  @Test
  void aServerThatStaysInTroubleIsATemporaryFailure() {
    server.answers(500).answers(500).answers(500, Map.of(), "oh\nno");
    assertThatThrownBy(() -> post(PATH))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessage("HTTP 500: oh no");
  }

  @Test
  void aLongRetryAfterIsNotWaitedFor() {
    server.answers(429, Map.of("Retry-After", "3600"), "");
    assertThatThrownBy(() -> post(PATH)).isInstanceOf(TemporaryFailure.class);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422, 300, 304})
  void aRefusalIsPermanent(int status) {
    server.answers(status);
    assertThatThrownBy(() -> post(PATH)).isInstanceOf(PermanentFailure.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRedirectToTheSameServerIsFollowed() throws Exception {
    server.answers(308, Map.of("Location", "/moved/here"), "");
    post(PATH);
    assertThat(server.requests())
        .extracting(RecordingServer.Request::path)
        .containsExactly(PATH, "/moved/here");
    assertThat(server.bodies()).containsExactly("{}", "{}");
  }

  @Test
  void aRedirectToAnotherServerIsNot() {
    try (RecordingServer other = new RecordingServer()) {
      server.answers(307, Map.of("Location", other.url("/x")), "");
      assertThatThrownBy(() -> post(PATH))
          .isInstanceOf(PermanentFailure.class)
          .hasMessage("HTTP 307: a redirect to another host is not followed");
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://localhost/", "https://localhost/", "http://[", "::"})
  void norIsOneToNowhere(String location) {
    server.answers(307, location.isEmpty() ? Map.of() : Map.of("Location", location), "");
    assertThatThrownBy(() -> post(PATH)).isInstanceOf(PermanentFailure.class);
  }

  @Test
  void aCircleOfRedirectsEnds() {
    for (int i = 0; i < 9; i++) {
      server.answers(308, Map.of("Location", PATH), "");
    }
    assertThatThrownBy(() -> post(PATH)).hasMessage("more than 3 redirects");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aHugeAnswerIsReadUpToABound() throws Exception {
    server.answers(200, Map.of(), "x".repeat(5_000_000));
    post(PATH);
    server.answers(404, Map.of(), "y".repeat(5_000_000));
    assertThatThrownBy(() -> post(PATH)).hasMessage("HTTP 404: " + "y".repeat(200));
  }

  @Test
  void anAnswerThatRepeatsTheSecretIsRedacted() {
    server.answers(404, Map.of(), "no hook hunter2hunter2 at " + PATH + ", key k3y-k3y");
    Secret url = Secret.of(() -> server.url(PATH));
    HttpPoster poster = new HttpPoster(url, Quick.loopback(), Secret.of(() -> "k3y-k3y"));
    assertThatThrownBy(() -> poster.post("{}".getBytes(UTF_8), Map.of()))
        .hasMessage("HTTP 404: no hook *** at ***, key ***")
        .satisfies(e -> assertThat(printed(e)).doesNotContain("hunter2", "k3y"));
  }

  @Test
  void addressesInsideAreRefusedAlsoBehindAName() {
    HttpOptions options = HttpOptions.standard().retries(Quick.retries()).allowHttp();
    HttpPoster poster = new HttpPoster(Secret.of(() -> server.url(PATH)), options);
    assertThatThrownBy(() -> poster.post(new byte[0], Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused: localhost is ")
        .hasMessageContaining("private and not allowed");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void metadataIsRefusedWherePrivateAddressesAreAllowed() {
    Secret url = Secret.of(() -> "http://169.254.169.254/latest/meta-data");
    assertThatThrownBy(() -> new HttpPoster(url, Quick.loopback()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link-local and not allowed");
  }

  @Test
  void anUnknownHostIsTemporary() {
    Secret url = Secret.of(() -> "http://no-such-host.invalid/hunter2hunter2");
    assertThatThrownBy(() -> new HttpPoster(url, Quick.loopback()).post(new byte[0], Map.of()))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessage("the host no-such-host.invalid is unknown");
  }

  @Test
  void nobodyListeningIsTemporary() {
    server.close();
    assertThatThrownBy(() -> post(PATH))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("ConnectException")
        .satisfies(e -> assertThat(printed(e)).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/hunter2",
        "ftp://example.org/hunter2",
        "hunter2",
        "https:///hunter2",
        "https://127.0.0.1/hunter2",
        "https://[::ffff:10.0.0.1]/hunter2",
        "https://2130706433/hunter2",
        "https://me:hunter2@example.org/",
        "https://example.org/#hunter2",
        "https://example.org/hunter2 hunter2"
      })
  void aUrlThatIsNotAllowedIsRefusedAtOnceAndNotShown(String url) {
    assertThatThrownBy(() -> new HttpPoster(Secret.of(() -> url), HttpOptions.standard()))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(printed(e)).doesNotContain("hunter2"));
  }

  @Test
  void timeoutsAreAboveZero() {
    java.time.Duration zero = java.time.Duration.ZERO;
    assertThatThrownBy(() -> HttpOptions.standard().timeouts(zero, zero))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(HttpOptions.standard().allowLinkLocalAddresses().addresses())
        .isEqualTo(new AddressRules(false, true));
  }

  private void post(String path) throws Exception {
    new HttpPoster(Secret.of(() -> server.url(path)), Quick.loopback())
        .post("{}".getBytes(UTF_8), Map.of());
  }

  static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
