package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.admin.AdminOptions;
import dev.tocsin.admin.AdminServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AdminCommandsTest {
  private final OperatedEngine engine = new OperatedEngine();
  private AdminServer server;

  @BeforeEach
  void open() throws IOException {
    server = AdminServer.start(engine, AdminOptions.onPort(0));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void alertsAreListed() {
    Golden.compare("alerts", done("alerts").out());
    assertThat(done("alerts", "--rule", "user_budget").out()).endsWith("2 alerts, 0 firing\n");
    assertThat(done("alerts", "--state", "firing", "--severity", "critical").out())
        .endsWith("1 alert, 1 firing\n");
    Run json = done("alerts", "--json", "--rule", "user_budget");
    assertThat(json.out().lines()).hasSize(2);
    assertThat(json.out())
        .startsWith("{\"alert\":\"user_budget{user=\\\"u1\\\"}/2026-10-03T10:29:30Z\",")
        .contains("\"user\":\"Bjørn 東京\"");
    engine.calmDown();
    assertThat(done("alerts").out()).isEqualTo("no alerts\n");
    assertThat(done("alerts", "--json").out()).isEmpty();
  }

  @Test
  void aWrongFilterIsExplained() {
    Run run = run("alerts", "--state", "fireing");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: state is one of pending, firing, not 'fireing'; did you mean 'firing'?\n");
  }

  @Test
  void anAlertIsAcknowledgedByItsKeyOrItsRule() {
    Run byRule = done("ack", "latency_degradation", "--by", "ana", "--comment", "on it");
    assertThat(byRule.out()).isEqualTo("acknowledged " + OperatedEngine.SLOW + "\n");
    done("ack", OperatedEngine.SLOW, "--by", "Bjørn");
    assertThat(engine.acts)
        .containsExactly(
            "acknowledge " + OperatedEngine.SLOW + " by ana: on it",
            "acknowledge " + OperatedEngine.SLOW + " by Bjørn: ");
  }

  @Test
  void aRuleWithSeveralAlertsIsNotGuessedAt() {
    Run run = run("ack", "user_budget", "--by", "ana");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: 'user_budget' has 2 alerts; which of them?\n"
                + "  hint: 'user_budget{user=\"u1\"}/2026-10-03T10:29:30Z',"
                + " 'user_budget{user=\"Bjørn 東京\"}/2026-10-03T10:29:30Z'\n");
    assertThat(engine.acts).isEmpty();
    Run unknown = run("ack", "latency_degradatoin/2026-10-03T10:16:00Z", "--by", "ana");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err())
        .endsWith("fires; did you mean 'latency_degradation/2026-10-03T10:16:00Z'?\n");
    assertThat(run("ack", "x").err()).startsWith("tocsin: missing required option: '--by=NAME'");
  }

  @Test
  void silencesAreBegunListedAndEnded() {
    Run begun =
        done(
            "silence",
            "add",
            "feature=search",
            "severity!=critical",
            "--for",
            "2h",
            "--by",
            "ana",
            "--comment",
            "load test");
    assertThat(begun.out()).isEqualTo("silence s1 until 2026-10-03T12:30:00Z\n");
    done(
        "silence",
        "add",
        "user=~\"team-a-.*\"",
        "--until",
        "2026-10-03T18:00:00Z",
        "--by",
        "Bjørn");
    Golden.compare("silences", done("silence", "list").out());
    assertThat(done("silence", "list", "--json").out().lines()).hasSize(2);
    assertThat(done("silence", "expire", "s1", "--by", "ana").out())
        .isEqualTo("silence s1 ended\n");
    assertThat(engine.acts).containsExactly("expire s1 by ana");
    assertThat(done("silence", "list").out()).doesNotContain("s1");
    assertThat(done("silence", "list", "--all").out()).contains("s1  expired");
    done("silence", "expire", "s2", "--by", "ana");
    assertThat(done("silence", "list").out()).isEqualTo("no silences\n");

    Run gone = run("silence", "expire", "s 9", "--by", "ana");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).isEqualTo("tocsin: no silence 's 9' can be ended\n");
  }

  @Test
  void wrongSilencesAreExplained() {
    Run matcher = run("silence", "add", "severity", "--for", "2h", "--by", "ana");
    assertThat(matcher.exitCode()).isEqualTo(1);
    assertThat(matcher.err())
        .contains("expected = != =~ or !~ after 'severity', at character 9 of 'severity'");
    assertThat(run("silence", "add", "a=b", "--for", "soon", "--by", "ana").err())
        .contains("'soon' is no duration");
    Run endless = run("silence", "add", "a=b", "--by", "ana");
    assertThat(endless.exitCode()).isEqualTo(2);
    assertThat(endless.err()).contains("--for", "--until");
    assertThat(
            run("silence", "add", "a=b", "--for", "1h", "--until", "x", "--by", "ana").exitCode())
        .isEqualTo(2);
    assertThat(Run.of("silence").exitCode()).isEqualTo(2);
  }

  @Test
  void theStatusIsShown() {
    Golden.compare("status", done("status").out());
    assertThat(done("status", "--json").out())
        .startsWith("{\"type\":\"status\",\"health\":{\"time\":\"2026-10-03T10:30:00Z\",")
        .contains("\"channels\":[{\"name\":\"email\",")
        .hasLineCount(1);
    engine.calmDown();
    Golden.compare("status-calm", done("status").out());
  }

  @Test
  void anAlertTellsItsStory() {
    done("ack", "latency_degradation", "--by", "ana", "--comment", "on it");
    Golden.compare("story", done("story", "latency_degradation").out());
    assertThat(done("story", "--json", OperatedEngine.SLOW).out())
        .startsWith("{\"time\":\"2026-10-03T10:30:00Z\",\"alert\":\"latency_degradation/")
        .hasLineCount(1);
    engine.calmDown();
    Golden.compare("story-over", done("story", OperatedEngine.SLOW).out());
    Run unknown = run("story", "nothing");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).isEqualTo("tocsin: no alert 'nothing' is remembered\n");
  }

  @Test
  void theTokenComesFromAFileOrTheEnvironment(@TempDir Path folder) throws IOException {
    try (AdminServer locked =
        AdminServer.start(engine, AdminOptions.onPort(0).token(() -> "open-sesame"))) {
      String url = locked.url().toString();
      Path file = Files.writeString(folder.resolve("token"), "open-sesame\n");
      assertThat(Run.of("status", "--url", url, "--token-file", file).exitCode()).isZero();
      Map<String, String> environment = Map.of("TOCSIN_URL", url, "TOCSIN_TOKEN", "open-sesame");
      assertThat(Run.with(environment, "status").exitCode()).isZero();

      Run refused = Run.of("status", "--url", url);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err())
          .isEqualTo(
              """
              tocsin: this endpoint asks for a token: send 'Authorization: Bearer TOKEN'
                hint: --token-file FILE or TOCSIN_TOKEN gives it
              """);
      Run wrong = Run.with(Map.of("TOCSIN_TOKEN", "open sesame\u0007"), "status", "--url", url);
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("the token has characters").doesNotContain("sesame");
      Run missing = Run.of("status", "--url", url, "--token-file", folder.resolve("no"));
      assertThat(missing.exitCode()).isEqualTo(2);
      assertThat(missing.err()).contains("no: no such file");
    }
  }

  @Test
  void whereItIsHasToBeSaid() {
    Run nowhere = Run.of("alerts");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err())
        .isEqualTo(
            """
            tocsin: which engine? neither --url nor TOCSIN_URL says where its admin endpoint is
              hint: --url http://127.0.0.1:9099
            """);
    for (String url :
        new String[] {"127.0.0.1:80", "ftp://a", "http://a b", "http://", "http:/x"}) {
      Run run = Run.of("alerts", "--url", url);
      assertThat(run.exitCode()).as(url).isEqualTo(2);
      assertThat(run.err()).contains("'" + url + "' is no URL");
    }
    assertThat(Run.of("alerts", "--url", server.url() + "/").exitCode()).isZero();
  }

  @Test
  void whatDoesNotAnswerIsSaidToBeUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Run run = Run.of("status", "--url", "http://127.0.0.1:" + port);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: http://127.0.0.1:"
                + port
                + " cannot be reached: connection refused\n"
                + "  hint: is the engine running, with its admin endpoint open?\n");
    assertThat(Run.of("status", "--url", "http://no-such-host.invalid").err())
        .contains("cannot be reached: no such host");
  }

  @Test
  void otherServersAreNotTakenForAnEngine() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] page =
              (exchange.getRequestURI().getPath().contains("alerts") ? "<html>" : "[]")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    other.start();
    try {
      String url = "http://127.0.0.1:" + other.getAddress().getPort();
      for (String command : new String[] {"alerts", "status"}) {
        Run run = Run.of(command, "--url", url);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
            .isEqualTo("tocsin: " + url + " is no admin endpoint of an engine: it answered 200\n");
      }
    } finally {
      other.stop(0);
    }
  }

  private Run done(Object... words) {
    Run run = run(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private Run run(Object... words) {
    return Run.with(Map.of("TOCSIN_URL", server.url().toString()), words);
  }
}
