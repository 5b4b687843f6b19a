package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tocsin replay} with the real engine. */
class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULES =
      """
      rules:
        - name: error_rate_spike
          type: reliability
          condition: error_rate > 5%
          window: 1m
          severity: critical
          channels: [slack, pagerduty]
        - name: daily_budget_limit
          condition: daily_cost > $1000
          severity: warning
          channels: [slack]
      """;

  @TempDir private Path folder = Path.of("");
  private Path rules = Path.of("");
  private Path trace = Path.of("");

  @BeforeEach
  void files() {
    rules = write("alert_rules.yaml", RULES);
    trace = write("trace.jsonl", calls(0, 120));
  }

  @Test
  void tellsWhatFired() {
    Run run = Run.of("replay", rules, trace).without(folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.compare("replay", run.out().replaceAll("replayed in .*", "replayed in ..."));
  }

  @Test
  void evidenceIsShownWhereItIsAskedFor() {
    Run text = Run.of("replay", "--evidence", rules, trace).without(folder);
    Golden.compare("replay-evidence", text.out().replaceAll("replayed in .*", "replayed in ..."));
    Run json = Run.of("replay", "--evidence", "--json", rules, trace);
    assertThat(json.out().lines().findFirst().orElseThrow())
        .contains("\"exemplars\":[{\"call\":", "\"sampled\":");
    assertThat(Run.of("replay", "--json", rules, trace).out()).doesNotContain("exemplars");
  }

  @Test
  void evidenceOfRecordedTraffic() {
    Path examples = Path.of(System.getProperty("tocsin.root"), "examples");
    Run run =
        Run.of(
            "replay",
            "--evidence",
            examples.resolve("alert_rules_small.yaml"),
            examples.resolve("traces/llmdrift-prime-gpt4-dense.jsonl.gz"));
    Golden.compare(
        "replay-evidence-recorded",
        run.out().replace(examples + "/", "").replaceAll("replayed in .*", "replayed in ..."));
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput() {
    trace = write("trace.jsonl", calls(0, 60) + "{broken\n" + calls(60, 120));
    Run run = Run.of("replay", "--json", rules, trace).without(folder);
    assertThat(run.exitCode()).isZero();
    List<JsonNode> lines = run.out().lines().map(ReplayTest::json).toList();
    assertThat(lines)
        .extracting(line -> line.path("type").asText())
        .containsExactly("transition", "transition", "summary");
    assertThat(lines.get(2).path("skipped").asLong()).isEqualTo(1);
    assertThat(run.err()).startsWith("trace.jsonl:61: ").hasLineCount(1);
  }

  @Test
  void failOnFiringDecidesTheExitCode() {
    Run firing = Run.of("replay", "--fail-on", "firing", rules, trace);
    assertThat(firing.exitCode()).isEqualTo(1);
    assertThat(firing.err()).isEqualTo("tocsin: 1 alert fired (--fail-on firing)\n");
    Path quiet = write("quiet.jsonl", calls(0, 3));
    Run silent = Run.of("replay", "--fail-on=firing", rules, quiet);
    assertThat(silent.exitCode()).isZero();
    assertThat(silent.out()).contains("Nothing fired.");
    assertThat(silent.err()).isEmpty();
  }

  @Test
  void aReaderThatIsGoneEndsItQuietlyButDoesNotChangeTheVerdict() {
    assertThat(Run.unread("replay", rules, trace)).isEqualTo(new Run(0, "", ""));
    assertThat(Run.unread("replay", "--json", rules, trace)).isEqualTo(new Run(0, "", ""));
    assertThat(Run.unread("replay", "--fail-on", "firing", rules, trace).exitCode()).isEqualTo(1);
    assertThat(Run.unread("--help")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void brokenLinesAreCountedAndTheFirstAreShown() {
    Path broken = write("broken.jsonl", "{x\n".repeat(12) + calls(0, 3));
    Run run = Run.of("replay", "--limit-bad", "2", rules, broken).without(folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Left out  12 broken lines\n")
        .contains("\n  broken.jsonl:2: ")
        .doesNotContain("broken.jsonl:3: ")
        .contains("\n  and 10 more broken lines\n");
  }

  @Test
  void strictStopsAtTheFirstBrokenLine() {
    Path broken = write("broken.jsonl", calls(0, 3) + "{x\n");
    Run run = Run.of("replay", "--strict", rules, broken).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: broken.jsonl:4: ").hasLineCount(1);
  }

  @Test
  void anEmptyTraceIsUnreadableInput() {
    Run run = Run.of("replay", rules, write("empty.jsonl", "")).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: empty.jsonl: ").hasLineCount(1);
  }

  @Test
  void missingFilesAreNamed() {
    Run noRules = Run.of("replay", folder.resolve("alert_rule.yaml"), trace).without(folder);
    assertThat(noRules.exitCode()).isEqualTo(2);
    assertThat(noRules.out()).isEmpty();
    assertThat(noRules.err())
        .isEqualTo(
            """
            tocsin: alert_rule.yaml: no such file
              hint: did you mean 'alert_rules.yaml'?
            """);
    assertThat(Run.of("replay", rules, folder).exitCode()).isEqualTo(2);
  }

  @Test
  void everyErrorInTheRulesIsShownAndCounted() {
    Path bad =
        write(
            "bad.yaml",
            RULES.replace("error_rate >", "eror_rate >").replace("daily_cost", "dayly_cost"));
    Run run = Run.of("replay", bad, trace).without(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bad.yaml:4:")
        .contains("did you mean 'error_rate'?")
        .contains("did you mean 'daily_cost'?")
        .endsWith("\n2 errors in bad.yaml\n")
        .doesNotContain("\033[");
  }

  @Test
  void aTabInTheRulesIsExplained() {
    Path tab = write("tab.yaml", RULES.replace("    type:", "\ttype:"));
    Run run = Run.of("replay", tab, trace).without(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("tab.yaml:3:").endsWith("\n1 error in tab.yaml\n");
  }

  @Test
  void colourOnlyWhereAskedForOrOnATerminal() {
    Screen terminal = new Screen(true, 120);
    assertThat(Run.of("replay", "--color=always", rules, trace).out()).contains("\033[31;1mFIRING");
    assertThat(Run.on(terminal, "replay", rules, trace).out()).contains("\033[31;1mFIRING");
    assertThat(Run.on(terminal, "replay", "--color=never", rules, trace).out())
        .doesNotContain("\033[");
  }

  @Test
  void theProgressBarIsForTerminalsAndCleansUp() {
    Screen terminal = new Screen(true, 120);
    assertThat(Run.on(terminal, "replay", rules, trace).err()).endsWith("\r\033[K");
    assertThat(Run.on(terminal, "replay", "--no-progress", rules, trace).err()).isEmpty();
  }

  /** One call a second, the last half of the first hundred and twenty of them failed. */
  private static String calls(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            second ->
                """
                {"time":"%s","type":"call","id":"c%d","model":"gpt-4o","status":"%s","cost_usd":0.01}
                """
                    .formatted(
                        Instant.parse("2026-10-03T10:00:00Z").plusSeconds(second),
                        second,
                        second >= 30 && second < 40 ? "error" : "ok"))
        .collect(Collectors.joining());
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
