package dev.tocsin.channels.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.channels.server.SocketServer;
import dev.tocsin.channels.server.TestCertificate;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that stall, drip, close half way, or are not who they say they are. */
@Timeout(60)
class RudeServersTest {
  private static final String TOKEN = "hunter2hunter2";
  private static final HttpOptions HASTY =
      Quick.loopback().timeouts(Duration.ofSeconds(5), Duration.ofMillis(150));
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void oneThatStallsIsLeft() throws Exception {
    try (SocketServer server = new SocketServer(connection -> never.await())) {
      assertThatThrownBy(() -> post("http", server.port(), HASTY))
          .isInstanceOf(TemporaryFailure.class)
          .satisfies(e -> assertThat(HttpPosterTest.printed(e)).doesNotContain(TOKEN));
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Thread caller = Thread.currentThread();
    try (SocketServer server =
        new SocketServer(
            connection -> {
              caller.interrupt();
              never.await();
            })) {
      assertThatThrownBy(() -> post("http", server.port(), Quick.loopback()))
          .isInstanceOf(InterruptedException.class);
      assertThat(server.connections()).isOne();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void oneThatDripsIsLeft() throws Exception {
    try (SocketServer server =
        new SocketServer(
            connection -> {
              OutputStream out = connection.getOutputStream();
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 16000\r\n\r\n".getBytes(US_ASCII));
              while (!never.await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
              }
            })) {
      assertThatThrownBy(() -> post("http", server.port(), HASTY))
          .isInstanceOf(TemporaryFailure.class)
          .hasMessage("no whole answer within PT0.15S");
    }
  }

  @Test
  void oneThatClosesHalfWayIsTriedAgain() throws Exception {
    try (SocketServer server =
        new SocketServer(
            connection -> {
              connection.getInputStream().read(new byte[64]);
              connection
                  .getOutputStream()
                  .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf".getBytes(US_ASCII));
            })) {
      assertThatThrownBy(() -> post("http", server.port(), Quick.loopback()))
          .isInstanceOf(TemporaryFailure.class);
      assertThat(server.connections()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void oneThatSpeaksNoHttpIsTemporary() throws Exception {
    try (SocketServer server =
        new SocketServer(
            connection ->
                connection.getOutputStream().write("SSH-2.0\r\n\r\n".getBytes(US_ASCII)))) {
      assertThatThrownBy(() -> post("http", server.port(), Quick.loopback()))
          .isInstanceOf(TemporaryFailure.class);
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused(@TempDir Path folder) throws Exception {
    TestCertificate certificate = new TestCertificate(folder, "dns:localhost");
    try (RecordingServer server = new RecordingServer(certificate.server())) {
      assertThatThrownBy(() -> post(server, Quick.loopback()))
          .isInstanceOf(TemporaryFailure.class)
          .hasMessageContaining("SSLHandshakeException");
      assertThat(server.requests()).isEmpty();
      post(server, Quick.loopback().trust(certificate.trust()));
      assertThat(server.bodies()).containsExactly("{}");
    }
  }

  @Test
  void soIsOneOfAnotherName(@TempDir Path folder) throws Exception {
    TestCertificate certificate = new TestCertificate(folder, "dns:other.example.org");
    try (RecordingServer server = new RecordingServer(certificate.server())) {
      assertThatThrownBy(() -> post(server, Quick.loopback().trust(certificate.trust())))
          .isInstanceOf(TemporaryFailure.class)
          .hasMessageContaining("SSLHandshakeException");
      assertThat(server.requests()).isEmpty();
    }
  }

  private static void post(RecordingServer server, HttpOptions options) throws Exception {
    post(server.url("/" + TOKEN), options);
  }

  private static void post(String scheme, int port, HttpOptions options) throws Exception {
    post(scheme + "://127.0.0.1:" + port + "/" + TOKEN, options);
  }

  private static void post(String url, HttpOptions options) throws Exception {
    new HttpPoster(Secret.of(() -> url), options).post("{}".getBytes(US_ASCII), Map.of());
  }
}
