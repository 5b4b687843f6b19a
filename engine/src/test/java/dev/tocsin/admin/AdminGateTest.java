package dev.tocsin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.admin.Caller.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and who is not. */
@Timeout(60)
class AdminGateTest {
  private static final String TOKEN = "Correct-Horse-7";
  private static final String HEALTH = "/api/v1/health";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private final FakeEngine engine = new FakeEngine();

  @Test
  void beyondThisMachineATokenIsNeeded() throws IOException {
    AdminOptions open = AdminOptions.onPort(0).bind(InetAddress.getByName("0.0.0.0"));
    assertThatThrownBy(() -> AdminServer.start(engine, open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the admin endpoint at 0.0.0.0 can be reached by others, so it needs a token");
    try (AdminServer server = AdminServer.start(engine, open.token(TOKEN.toCharArray()))) {
      assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(new Caller(server).get(HEALTH).status()).isEqualTo(401);
      assertThat(asked(server, "Bearer " + TOKEN).status()).isEqualTo(200);
    }
  }

  @Test
  void onlyTheTokenItselfOpens() throws IOException {
    AdminOptions options = AdminOptions.onPort(0).token(() -> TOKEN);
    assertThat(options.toString()).doesNotContain(TOKEN);
    try (AdminServer server = AdminServer.start(engine, options)) {
      assertThat(asked(server, "Bearer " + TOKEN).status()).isEqualTo(200);
      assertThat(asked(server, "bearer " + TOKEN).status()).isEqualTo(200);
      for (String wrong :
          new String[] {
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer " + TOKEN + "x",
            "Bearer correct-horse-7",
            "Bearer Correct-Horse-",
            "Basic " + TOKEN,
            TOKEN,
            "Bearer null"
          }) {
        Said said = asked(server, wrong);
        assertThat(said.status()).as(wrong).isEqualTo(401);
        assertThat(said.headers().get("www-authenticate")).containsExactly("Bearer");
        assertThat(said.error()).doesNotContain(TOKEN);
      }
      assertThat(new Caller(server).get(HEALTH).status()).isEqualTo(401);
      assertThat(new Caller(server).get("/openapi.json").status()).isEqualTo(401);
      assertThat(new Caller(server).get("/nowhere").status()).isEqualTo(401);
      assertThat(
              new Caller(server)
                  .raw(
                      Caller.head(
                          "GET /api/v1/health HTTP/1.1",
                          "Host: localhost",
                          "Connection: close",
                          "Authorization: Bearer x",
                          "Authorization: Bearer " + TOKEN)))
          .contains(" 401 ");
    }
  }

  @Test
  void aTokenMayChangeAndWithoutOneNobodyIsAnswered() throws IOException {
    AtomicReference<String> token = new AtomicReference<>("first");
    AdminOptions options = AdminOptions.onPort(0).token(token::get);
    try (AdminServer server = AdminServer.start(engine, options)) {
      assertThat(asked(server, "Bearer first").status()).isEqualTo(200);
      token.set("second");
      assertThat(asked(server, "Bearer first").status()).isEqualTo(401);
      assertThat(asked(server, "Bearer second").status()).isEqualTo(200);
      token.set(" ");
      assertThat(asked(server, "Bearer  ").status()).isEqualTo(401);
      assertThat(asked(server, "Bearer second").status()).isEqualTo(401);
    }
    AdminOptions broken =
        AdminOptions.onPort(0)
            .token(
                () -> {
                  throw new IllegalStateException("vault sealed: hvs.123");
                });
    try (AdminServer server = AdminServer.start(engine, broken)) {
      Said said = asked(server, "Bearer x");
      assertThat(said.status()).isEqualTo(500);
      assertThat(said.error()).doesNotContain("hvs");
      assertThat(server.faults()).isOne();
    }
    assertThatThrownBy(() -> AdminOptions.onPort(0).token(" ".toCharArray()))
        .hasMessage("the token is blank");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,200",
    "LOCALHOST:1,200",
    "127.0.0.1:8080,200",
    "tocsin.internal,200",
    "[::1]:80,403",
    "10.0.0.1,403",
    "127.0.0.1.evil.example,403",
    "evil.example,403",
    "evil.example:80@localhost,403",
    "999.1.1.1,403",
    "'',403",
    "[::1,403"
  })
  void onlyItsOwnNamesReachIt(String host, int status) throws IOException {
    AdminOptions options = AdminOptions.onPort(0).host("Tocsin.internal");
    try (AdminServer server = AdminServer.start(engine, options)) {
      String line =
          new Caller(server)
              .raw(
                  Caller.head("GET /api/v1/health HTTP/1.1", "Host: " + host, "Connection: close"));
      assertThat(line).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void withoutAHostNobodyIsAnswered() throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      assertThat(new Caller(server).raw(Caller.head("GET /api/v1/health HTTP/1.0")))
          .contains(" 403 ");
    }
  }

  @Test
  void pagesInABrowserChangeNothing() throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      for (String origin : new String[] {"https://evil.example", "null", "http://localhost"}) {
        Map<String, String> page = Map.of("Origin", origin, "Content-Type", "application/json");
        assertThat(caller.ask("POST", "/api/v1/reload", "{}", page).status()).isEqualTo(403);
        assertThat(caller.ask("DELETE", "/api/v1/silences/s1?by=a", "", page).status())
            .isEqualTo(403);
      }
      Said read = caller.ask("GET", HEALTH, "", Map.of("Origin", "https://evil.example"));
      assertThat(read.headers().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
      assertThat(read.headers())
          .containsEntry("cache-control", java.util.List.of("no-store"))
          .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
          .containsEntry("content-type", java.util.List.of("application/json"));
      assertThat(caller.ask("OPTIONS", "/api/v1/reload", "", Map.of()).status()).isEqualTo(405);
      assertThat(engine.acts).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,200",
    "Application/JSON; charset=utf-8,200",
    "text/plain,415",
    "application/x-www-form-urlencoded,415",
    "application/jsonp,415",
    "'text/plain; application/json',415"
  })
  void changesAreJson(String type, int status) throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      Said said = caller.ask("POST", "/api/v1/reload", "{}", Map.of("Content-Type", type));
      assertThat(said.status()).isEqualTo(status);
      assertThat(caller.ask("POST", "/api/v1/reload", "{}", Map.of()).status()).isEqualTo(415);
    }
  }

  @Test
  void aReadOnlyOneShowsAndDoesNotChange() throws IOException {
    AdminOptions options = AdminOptions.onPort(0).readOnly();
    try (AdminServer server = AdminServer.start(engine, options)) {
      Caller caller = new Caller(server);
      assertThat(caller.get(HEALTH).status()).isEqualTo(200);
      for (String path :
          new String[] {"/api/v1/reload", "/api/v1/silences", "/api/v1/alerts/ack"}) {
        Said said = caller.ask("POST", path, "{}", JSON);
        assertThat(said.status()).isEqualTo(403);
        assertThat(said.error()).isEqualTo("this endpoint changes nothing");
      }
      assertThat(caller.delete("/api/v1/silences/s1?by=a").status()).isEqualTo(403);
      assertThat(engine.acts).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/alerts/",
        "//api/v1/alerts",
        "/api/v1/../v1/alerts",
        "/API/v1/alerts",
        "/api/v1/%61lerts",
        "/api/v1/silences/",
        "/api/v1/alerts/%2e%2e/health",
        "/api/v1/alerts;x"
      })
  void otherPathsLeadNowhere(String path) throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      String request =
          Caller.head("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
      assertThat(new Caller(server).raw(request)).contains(" 404 ");
    }
  }

  @Test
  void nameInAPathIsOnePart() throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      assertThat(caller.delete("/api/v1/silences/a/b?by=x").status()).isEqualTo(404);
      assertThat(engine.acts).isEmpty();
      assertThat(caller.delete("/api/v1/silences/..%2F..%2Fetc?by=x").status()).isEqualTo(404);
      assertThat(engine.acts).containsExactly("expire ../../etc by x");
      assertThat(caller.delete("/api/v1/silences/a+b?by=x").error())
          .isEqualTo("no silence 'a+b' can be ended");
    }
  }

  @Test
  void otherMethodsAreToldWhichGo() throws IOException {
    try (AdminServer server = AdminServer.start(engine, AdminOptions.onPort(0))) {
      Caller caller = new Caller(server);
      Said said = caller.ask("PUT", "/api/v1/silences", "{}", JSON);
      assertThat(said.status()).isEqualTo(405);
      assertThat(said.headers().get("allow")).containsExactly("GET, POST");
      assertThat(caller.ask("HEAD", HEALTH, "", Map.of()).status()).isEqualTo(405);
      assertThat(caller.get("/api/v1/alert").error())
          .isEqualTo("there is nothing here; did you mean '/api/v1/alerts'?");
    }
  }

  private static Said asked(AdminServer server, String authorization) {
    return new Caller(server).ask("GET", HEALTH, "", Map.of("Authorization", authorization));
  }
}
