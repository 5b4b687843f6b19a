package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path RULES = ROOT.resolve("examples/alert_rules_small.yaml");
  private static final Path TRACE =
      ROOT.resolve("examples/traces/llmdrift-prime-gpt4-dense.jsonl.gz");
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path folder;

  private static JsonNode document(Path file) throws IOException {
    Matcher data = DATA.matcher(Files.readString(file));
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void replayWritesOneAndSaysTheSameOtherwise() throws IOException {
    Path file = folder.resolve("sub/report.html");

    Run with = Run.of("replay", RULES, TRACE, "--report", file);
    Run without = Run.of("replay", RULES, TRACE);

    assertThat(with.exitCode()).isZero();
    assertThat(with.err()).isEqualTo("tocsin: report in " + file + "\n");
    String time = "replayed in .*";
    assertThat(with.out().replaceAll(time, "")).isEqualTo(without.out().replaceAll(time, ""));
    JsonNode document = document(file);
    assertThat(document.get("kind").asText()).isEqualTo("replay");
    assertThat(document.get("rules")).hasSize(11);
    assertThat(document.get("alerts").findValuesAsText("rule")).contains("accuracy_drop");
  }

  @Test
  void replayStillFailsOnWhatFires() {
    Path file = folder.resolve("report.html");

    Run run = Run.of("replay", RULES, TRACE, "--report", file, "--fail-on", "firing");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(file).exists();
  }

  @Test
  void backtestAddsWhoIsToldAndHowWell() throws IOException {
    Path file = folder.resolve("report.html");
    Path incidents = ROOT.resolve("cli/src/test/resources/backtest/incidents.yaml");

    Run run =
        Run.of(
            "backtest",
            RULES,
            "--trace",
            TRACE,
            "--incidents",
            incidents,
            "--sweep",
            "latency_degradation:threshold=10s..20s",
            "--steps",
            "3",
            "--report",
            file);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode backtest = document(file).get("backtest");
    assertThat(backtest.at("/sweep/points")).hasSize(3);
    assertThat(backtest.at("/detection/noticed")).isNotEmpty();
    assertThat(backtest.at("/receivers/0/pages_by_hour")).hasSize(24);
    assertThat(document(file).get("marks").findValuesAsText("kind")).contains("incident");
  }

  @Test
  void everyTestThatFailsHasOne() throws IOException {
    Path tests =
        Files.writeString(
            folder.resolve("some_test.yaml"),
            """
            rules: ['%s']
            tests:
              - name: passes
                trace: '%s'
                expect: [{alert: accuracy_drop, fires: {}}]
              - name: slow answers / page
                trace: '%s'
                inject: [{at: 10:30, for: 5m, multiply: {latency: 20}}]
                expect: [{alert: latency_degradation, never: fires, during: {after: 10:30}}]
            """
                .formatted(RULES, TRACE, TRACE));
    Path reports = folder.resolve("reports");

    Run run = Run.of("test", tests, "--report", reports);

    assertThat(run.exitCode()).isEqualTo(1);
    Path file = reports.resolve("some_test.yaml-slow-answers-page.html");
    assertThat(run.err()).isEqualTo("tocsin: report in " + file + "\n");
    try (Stream<Path> written = Files.list(reports)) {
      assertThat(written).containsExactly(file);
    }
    JsonNode document = document(file);
    assertThat(document.at("/failures/0/expected").asText()).contains("latency_degradation");
    assertThat(document.at("/failures/0/timeline")).isNotEmpty();
    assertThat(document.get("marks").findValuesAsText("kind")).containsExactly("fault");
  }

  @Test
  void whereNoneCanBeWrittenIsToldBeforeAnythingRuns() throws IOException {
    Run toFolder = Run.of("replay", RULES, TRACE, "--report", folder);
    Path trace = Files.copy(TRACE, folder.resolve("trace.jsonl.gz"));
    Run overTrace = Run.of("replay", RULES, trace, "--report", trace);
    Path other = folder.resolve("../" + folder.getFileName() + "/trace.jsonl.gz");
    Run overOther = Run.of("backtest", RULES, "--trace", trace, "--report", other);

    assertThat(toFolder.exitCode()).isEqualTo(2);
    assertThat(toFolder.out()).isEmpty();
    assertThat(toFolder.err()).contains("is a folder, expected a file");
    assertThat(overTrace.exitCode()).isEqualTo(2);
    assertThat(overTrace.err()).contains("is the trace that is read");
    assertThat(overOther.err()).contains("is the trace that is read");
    assertThat(trace).hasSameBinaryContentAs(TRACE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fullDiskIsAClearError() {
    Run run = Run.of("replay", RULES, TRACE, "--report", "/dev/full");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("/dev/full");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatCanBeReadOnlyOnceHasNoReport() {
    Run run = Run.of("replay", RULES, "/dev/stdin", "--report", folder.resolve("r.html"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("can be read only once", "write it to a file first");
  }
}
