package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One alert at one time of a trace. */
class ExplainAlertTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path SMALL = ROOT.resolve("examples/alert_rules_small.yaml");
  private static final Path AZURE = ROOT.resolve("examples/traces/azure-conv-2023.jsonl.gz");
  private static final Path PRIME =
      ROOT.resolve("examples/traces/llmdrift-prime-gpt4-dense.jsonl.gz");

  @TempDir private Path folder = Path.of("");
  private Path rules = Path.of("");
  private Path trace = Path.of("");

  /** Slow and failing calls of one user, one a second from 10:00:00 on. */
  @BeforeEach
  void write() throws IOException {
    rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rules:
              - name: slow
                condition: p95(latency) over 1m > 2s and count() over 1m >= 20
                for: 10s
                keep_firing_for: 30s
                severity: critical
              - name: user_cost
                condition: sum(cost) by user over 1m > $5
            """);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append(
          """
          {"time":"2026-10-03T10:00:%02dZ","type":"call","id":"c%d","trace":"t%d","user":"u%d","model":"%s","latency_ms":%d,"cost_usd":%s}
          """
              .formatted(
                  i,
                  i,
                  i,
                  i % 2,
                  i % 3 == 0 ? "big" : "small",
                  i % 3 == 0 && i < 30 ? 3000 + i : 100,
                  i % 3 == 0 ? "0.2" : "0.01"));
    }
    trace = Files.writeString(folder.resolve("trace.jsonl"), lines);
  }

  @Test
  void thatFires() {
    Golden.compare("explain-alert-firing", explain("slow", "10:00:45").out());
  }

  @Test
  void thatIsPending() {
    Golden.compare("explain-alert-pending", explain("slow", "10:00:25").out());
  }

  @Test
  void thatIsKeptFiring() {
    Golden.compare("explain-alert-kept", explain("slow", "10:01:45").out());
  }

  @Test
  void thatDoesNotFire() {
    Run run = explain("user_cost{user=\"u0\"}", "2026-10-03T10:01:00Z");
    assertThat(run.exitCode()).isZero();
    Golden.compare("explain-alert-inactive", run.out());
  }

  @Test
  void ofAGroupThatNeverWas() {
    Golden.compare("explain-alert-no-data", explain("user_cost{user=u9}", "10:00:45").out());
  }

  @Test
  void asJson() {
    Run run =
        Run.of("explain", rules, "--alert", "slow", "--at", "10:00:45", "--trace", trace, "--json");
    Golden.compare("explain-alert-json", run.out());
    assertThat(
            Run.of(
                    "explain",
                    rules,
                    "--alert",
                    "user_cost{user=u9}",
                    "--at",
                    "10:00:45",
                    "--trace",
                    trace,
                    "--format",
                    "json")
                .out())
        .contains(
            "\"state\":\"inactive\",\"activation\":null,\"changes_at\":null", "\"holds\":null");
  }

  @Test
  void ofRecordedTraffic() {
    String money =
        Run.of(
                "explain",
                SMALL,
                "--alert",
                "feature_budget{feature=conversation}",
                "--at",
                "18:20",
                "--trace",
                AZURE)
            .out();
    String quality =
        Run.of(
                "explain",
                SMALL,
                "--alert",
                "accuracy_drop",
                "--at",
                "2023-03-14T10:30:00Z",
                "--trace",
                PRIME)
            .out();
    Golden.compare("explain-alert-recorded", money + quality);
  }

  @Test
  void mistakesAreAnsweredWithTheWayOut() throws IOException {
    refused(Run.of("explain", rules, "--alert", "slow"), "--alert, --at and --trace go together");
    refused(
        Run.of("explain", rules, "--at", "10:00", "--trace", trace),
        "--alert, --at and --trace go together");
    refused(explain("slwo", "10:00"), "no rule 'slwo'\n  hint: did you mean 'slow'?");
    refused(explain("slow{user=u1}", "10:00:10"), "has one alert in all");
    refused(
        explain("user_cost", "10:00:10"),
        "an alert for each user\n  hint: --alert 'user_cost{user=...}'");
    refused(explain("user_cost{user=\"u1}", "10:00:10"), "names no alert");
    refused(explain("user_cost{", "10:00:10"), "names no alert");
    refused(
        Run.of("explain", rules, "slow", "--alert", "slow", "--at", "10:00", "--trace", trace),
        "--alert names its rule itself");
    refused(explain("slow", "at noon"), "'at noon' is no time");
    refused(explain("slow", "09:00"), "there is no event before 2026-10-03T09:00:00Z");
    Files.writeString(
        trace,
        """
        {"time":"2026-10-03T10:00:00Z","type":"call"}
        {"time":"2026-10-04T10:00:00Z","type":"call"}
        """);
    refused(
        explain("slow", "10:00"),
        "more than one day, 2026-10-03 to 2026-10-04\n  hint: --at 2026-10-03T10:00Z");
    Files.writeString(trace, "\n");
    refused(explain("slow", "10:00"), "no event in it");
  }

  private Run explain(String alert, String at) {
    return Run.of("explain", rules, "--alert", alert, "--at", at, "--trace", trace);
  }

  private static void refused(Run run, String message) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
