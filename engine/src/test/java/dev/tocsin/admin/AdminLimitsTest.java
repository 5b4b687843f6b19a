package dev.tocsin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.admin.Caller.Said;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask too much, too slowly, or all at once; and an engine that fails. */
@Timeout(120)
class AdminLimitsTest {
  private static final String ALERTS = "/api/v1/alerts";
  private static final AdminOptions HASTY = AdminOptions.onPort(0).timeout(Duration.ofMillis(300));
  private final CountDownLatch open = new CountDownLatch(1);
  private final ExecutorService clients = Executors.newCachedThreadPool();

  /** An engine that is busy until the test lets go. */
  private final FakeEngine held =
      new FakeEngine() {
        @Override
        public List<Alert> alerts() {
          try {
            open.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return super.alerts();
        }
      };

  @AfterEach
  void letGo() {
    open.countDown();
    clients.shutdownNow();
  }

  @Test
  void aBodyHasABound() throws IOException {
    try (AdminServer server = AdminServer.start(new FakeEngine(), AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      Said fits = caller.post("/api/v1/reload", " ".repeat(64 * 1024 - 2) + "{}");
      assertThat(fits.status()).isEqualTo(200);
      Said huge = caller.post("/api/v1/reload", " ".repeat(1_000_000) + "{}");
      assertThat(huge.status()).isEqualTo(413);
      assertThat(huge.error()).isEqualTo("a body has at most 65536 bytes");
      assertThat(caller.post("/api/v1/reload", "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void aDeepOrBrokenBodyIsRefused() throws IOException {
    try (AdminServer server = AdminServer.start(new FakeEngine(), AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      assertThat(caller.post("/api/v1/reload", "[".repeat(60_000)).status()).isEqualTo(400);
      assertThat(caller.post("/api/v1/reload", "{\"a\":" + "9".repeat(60_000) + "}").status())
          .isEqualTo(400);
      String head =
          Caller.head(
              "POST /api/v1/reload HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Connection: close",
              "Content-Length: 2");
      try (Socket socket = caller.connect()) {
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 400")
            .contains("not UTF-8");
      }
      assertThat(server.faults()).isZero();
    }
  }

  @Test
  void clientsThatDripAreLeft() throws IOException {
    try (AdminServer server = AdminServer.start(new FakeEngine(), HASTY)) {
      Caller caller = new Caller(server);
      String whole =
          Caller.head("POST /api/v1/reload HTTP/1.1", "Host: localhost", "Content-Length: 9");
      for (String sent : new String[] {"G", "GET / HTTP/1.1\r\nHost", whole}) {
        try (Socket socket = caller.connect()) {
          socket.setSoTimeout(20_000);
          socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
          assertEnded(socket);
        }
      }
      assertThat(caller.get(ALERTS).status()).isEqualTo(200);
      assertThat(server.faults()).isZero();
    }
  }

  @Test
  void aClientThatDoesNotReadHoldsNothing() throws IOException {
    FakeEngine large =
        new FakeEngine() {
          @Override
          public List<Reading> readings() {
            Map<String, String> group = Map.of("user", "u".repeat(2_000));
            return Collections.nCopies(
                10_000, new Reading("p95_latency", group, 1.0, 1, Unit.DURATION, BEGAN));
          }
        };
    try (AdminServer server = AdminServer.start(large, HASTY.requests(1))) {
      Caller caller = new Caller(server);
      try (Socket lazy = caller.connect()) {
        lazy.getOutputStream()
            .write(
                Caller.head("GET /api/v1/readings HTTP/1.1", "Host: localhost")
                    .getBytes(StandardCharsets.US_ASCII));
        await().atMost(Duration.ofSeconds(30)).until(() -> caller.get(ALERTS).status() == 200);
        InputStream answer = lazy.getInputStream();
        assertThatThrownBy(
                () -> {
                  int length = answer.readAllBytes().length;
                  throw new IOException("cut after " + length);
                })
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void anEngineThatDoesNotAnswerHoldsNobodyForever() throws IOException {
    try (AdminServer server = AdminServer.start(held, HASTY)) {
      Caller caller = new Caller(server);
      assertThat(caller.get(ALERTS).status()).isEqualTo(500);
      assertThat(caller.get("/api/v1/health").json().path("admin_faults").asInt()).isOne();
      assertThat(server.faults()).isOne();
    }
  }

  @Test
  void whatIsBeyondTheBoundIsToldToComeBack() throws Exception {
    try (AdminServer server = AdminServer.start(held, AdminOptions.onPort(0).requests(2))) {
      Caller caller = new Caller(server);
      List<CompletableFuture<Said>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(CompletableFuture.supplyAsync(() -> caller.get(ALERTS), clients));
      }
      await().until(() -> caller.get("/api/v1/health").status() == 503);
      Said beyond = caller.get("/api/v1/health");
      assertThat(beyond.headers().get("retry-after")).containsExactly("1");
      assertThat(beyond.error()).isEqualTo("too many requests at a time");
      open.countDown();
      for (CompletableFuture<Said> each : waiting) {
        assertThat(each.get().status()).isIn(200, 503); // the probe may have had its place
      }
      await().until(() -> caller.get("/api/v1/health").status() == 200);
    }
  }

  @Test
  void aHundredClientsAtOnceAreAllAnswered() throws Exception {
    try (AdminServer server = AdminServer.start(new FakeEngine(), AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      CountDownLatch start = new CountDownLatch(1);
      List<CompletableFuture<Said>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    start.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return caller.get(ALERTS);
                },
                clients));
      }
      start.countDown();
      int served = 0;
      for (CompletableFuture<Said> answer : answers) {
        int status = answer.get().status();
        assertThat(status).isIn(200, 503);
        served += status == 200 ? 1 : 0;
      }
      assertThat(served).isPositive();
      assertThat(caller.get(ALERTS).status()).isEqualTo(200);
    }
  }

  @Test
  void aFloodLosesItsConnectionsAndEndsWithIt() throws Exception {
    AdminOptions options = AdminOptions.onPort(0).requests(1);
    try (AdminServer server = AdminServer.start(held, options)) {
      Caller caller = new Caller(server);
      List<Socket> flood = new ArrayList<>();
      for (int i = 0; i < 280; i++) { // three threads, 256 places, and some
        Socket socket = caller.connect();
        socket.getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
        flood.add(socket);
      }
      Socket last = caller.connect();
      last.getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
      last.setSoTimeout(20_000);
      assertEnded(last);
      for (Socket socket : flood) {
        socket.close();
      }
      last.close();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> caller.get("/api/v1/health").status() == 200);
      assertThat(server.faults()).isZero();
    }
  }

  @Test
  void aFaultIsCountedAndShowsNothing() throws IOException {
    FakeEngine broken =
        new FakeEngine() {
          @Override
          public List<Alert> alerts() {
            throw new IllegalStateException("secret of the inside");
          }

          @Override
          public List<Reading> readings() {
            throw new StackOverflowError();
          }
        };
    try (AdminServer server = AdminServer.start(broken, AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      for (String path : new String[] {ALERTS, "/api/v1/readings"}) {
        Said said = caller.get(path);
        assertThat(said.status()).isEqualTo(500);
        assertThat(said.json())
            .hasToString("{\"error\":\"an error of the endpoint itself; it is counted\"}");
      }
      assertThat(caller.get("/api/v1/health").json().path("admin_faults").asInt()).isEqualTo(2);
    }
  }

  @Test
  void itsThreadsDoNotKeepTheHostAlive() throws IOException {
    try (AdminServer server = AdminServer.start(new FakeEngine(), AdminOptions.onPort(0))) {
      assertThat(new Caller(server).get(ALERTS).status()).isEqualTo(200);
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(
              thread ->
                  thread.getName().startsWith("tocsin-admin")
                      || thread.getName().equals("HTTP-Dispatcher"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (AdminServer server = AdminServer.start(new FakeEngine(), AdminOptions.onPort(0))) {
      AdminOptions same = AdminOptions.onPort(server.port());
      assertThatThrownBy(() -> AdminServer.start(new FakeEngine(), same))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the admin endpoint cannot listen at ")
          .hasMessageContaining(":" + server.port());
    }
    assertThatThrownBy(() -> AdminOptions.onPort(70_000)).hasMessageContaining("is no port");
    assertThatThrownBy(() -> HASTY.timeout(Duration.ZERO)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> HASTY.requests(0)).hasMessageContaining("at least one");
  }

  /** To the end of the connection, however the server ends it. */
  private static void assertEnded(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset"); // the other way to end one
    }
  }
}
