package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
  private static final Path TRACES =
      Path.of(System.getProperty("tocsin.root"), "examples", "traces");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"llmdrift-prime-gpt4-slow", "azure-conv-2023"})
  void rulesForARecordedTrace(String name) throws IOException {
    Path trace = folder.resolve(name + ".jsonl.gz");
    Files.copy(TRACES.resolve(name + ".jsonl.gz"), trace);
    hold("init-" + name, trace);
  }

  @Test
  void rulesForUsersFeaturesScoresAndErrors() throws IOException {
    hold("init-everything", everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"langfuse", "langsmith", "litellm"})
  void rulesForTracesOfOtherFormats(String program) throws IOException {
    Path samples = Path.of(System.getProperty("tocsin.shared", ""), "samples", program);
    assumeTrue(Files.isDirectory(samples), "no samples of " + program);
    int made = 0;
    for (Path sample : jsonIn(samples)) {
      Path rules = folder.resolve(sample.getFileName() + ".yaml");
      Run run = Run.of("init", "--trace", sample, "-o", rules);
      if (run.exitCode() == 0) {
        made++;
        Run tested = Run.of("test", folder.resolve(sample.getFileName() + "_test.yaml"));
        assertThat(tested.exitCode()).as(sample + "\n" + tested.out() + tested.err()).isZero();
      } else {
        assertThat(run.err()).as(sample.toString()).contains("there is no call in it");
      }
    }
    assertThat(made).isPositive();
  }

  private static List<Path> jsonIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void aTableIsReadByTheNamesOfItsColumns() throws IOException {
    StringBuilder lines = new StringBuilder("at,took\n");
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int second = 0; second < 3_600; second++) {
      lines.append(start.plusSeconds(second)).append(',').append(800 + second % 50).append('\n');
    }
    Path trace = Files.writeString(folder.resolve("calls.csv"), lines);
    Path rules = folder.resolve("rules.yaml");
    String columns = "time=at,latency_ms=took";
    Run run = Run.of("init", "--trace", trace, "--columns", columns, "-o", rules).without(folder);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("run them: tocsin test --columns 'time=at,latency_ms=took' rules_test.yaml");
    assertThat(Files.readString(rules)).contains("# 3600 calls", "name: latency_p95");
    Run tested = Run.of("test", "--columns", columns, folder.resolve("rules_test.yaml"));
    assertThat(tested.exitCode()).as(tested.out() + tested.err()).isZero();
  }

  @Test
  void rulesForScoresOfAllKinds() throws IOException {
    String[] scores = {
      "\"bias\":0.9%d", // a quarter more would be above 1
      "\"toxicity\":0", // never bad
      "\"hallucination\":1", // always as bad as can be
      "\"coherence\":0", // as bad as can be, and no rule can say so
      "\"rating\":4.%d", // of five
      "\"refusal\":12%d", // not between 0 and 1, less is better
      "\"mood\":-0.9%d", // from -1 to 1
      "\"log_likelihood\":-3%d", // always negative
      "\"answer.style\":0.7%d",
      "\"Ünï\":0.8%d",
      "\"over\":0.8%d", // a word of the language
      "\"my score/1\":0.5%d"
    };
    StringBuilder lines = new StringBuilder();
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int minute = 0; minute < 24 * 60; minute++) {
      lines
          .append("{\"time\":\"%s\",\"scores\":{".formatted(start.plusSeconds(60L * minute)))
          .append(String.join(",", scores).replace("%d", String.valueOf(minute % 10)))
          .append("}}\n");
    }
    hold("init-scores", Files.writeString(folder.resolve("scores.jsonl"), lines));
  }

  private void hold(String golden, Path trace) throws IOException {
    Path rules = folder.resolve("alert_rules.yaml");
    Path tests = folder.resolve("alert_rules_test.yaml");
    Run run = Run.of("init", "--trace", trace, "-o", rules).without(folder);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Golden.compare(
        golden, run.out() + "\n" + Files.readString(rules) + "\n" + Files.readString(tests));
    assertThat(Run.of("check", "--strict", rules).exitCode()).isZero();
    assertThat(Run.of("fmt", "--check", rules, tests).exitCode()).isZero();
    Run tested = Run.of("test", tests);
    assertThat(tested.exitCode()).as(tested.out()).isZero();
  }

  @Test
  void whatNoRuleSawIsSaidAndExpectedByTheTests() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(everything()));
    Path trace = folder.resolve("broken.jsonl");
    lines.add(100, "no call");
    lines.add(200, "{}");
    lines.add(lines.remove(1_000));
    lines.add(lines.remove(1_001));
    lines.add(lines.remove(1_002));
    lines.add(
        2_000,
        "{\"type\":\"deployment\",\"time\":\"2026-03-01T00:00:00Z\",\"prompt\":\"p\",\"version\":\"v2\"}");
    Files.write(trace, lines);
    Path rules = folder.resolve("rules.yaml");
    Run run = Run.of("init", "--trace", trace, "-o", rules).without(folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "tocsin: broken.jsonl: 2 lines could not be read, 4 events came too late;"
                + " the rules are made from the other 2,877 calls\n"
                + "  hint: tocsin convert --sort puts a trace in the order of time\n");
    assertThat(Files.readString(rules))
        .contains("59:00Z; 2 lines could not be read, 4 events came too late.");
    Path tests = folder.resolve("rules_test.yaml");
    assertThat(Files.readString(tests))
        .contains("{trace: {calls: 2877, skipped: 2, late: 4}}", "{trace: {skipped: 2, late: 4}}")
        .doesNotContain("repeat:");
    Run tested = Run.of("test", tests);
    assertThat(tested.exitCode()).as(tested.out()).isZero();
  }

  @Test
  void whereEveryCallFailsNoTestSaysThatTheyComeToFail() throws IOException {
    Path trace = folder.resolve("failing.jsonl");
    String failing =
        Files.readString(everything()).replace("\"status\":\"ok\"", "\"status\":\"error\"");
    Files.writeString(trace, failing);
    Path rules = folder.resolve("rules.yaml");
    assertThat(Run.of("init", "--trace", trace, "-o", rules).exitCode()).isZero();
    assertThat(Files.readString(rules)).contains("name: error_rate");
    Path tests = folder.resolve("rules_test.yaml");
    assertThat(Files.readString(tests)).doesNotContain("all calls fail");
    Run tested = Run.of("test", tests);
    assertThat(tested.exitCode()).as(tested.out()).isZero();
  }

  @Test
  void nothingIsWrittenOverUnlessForced() throws IOException {
    Path trace = everything();
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");
    Run run = Run.of("init", "--trace", trace, "-o", rules).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("rules.yaml: is there already").contains("--force");
    assertThat(Files.readString(rules)).isEqualTo("rules: []\n");
    Files.delete(rules);
    Path tests = Files.writeString(folder.resolve("rules_test.yaml"), "mine\n");
    assertThat(Run.of("init", "--trace", trace, "-o", rules).exitCode()).isEqualTo(2);
    assertThat(rules).doesNotExist();
    assertThat(Files.readString(tests)).isEqualTo("mine\n");
    assertThat(Run.of("init", "--force", "--trace", trace, "-o", rules).exitCode()).isZero();
    assertThat(Files.readString(tests)).contains("rules: [rules.yaml]");
  }

  @Test
  void foldersAreMade() throws IOException {
    Path rules = folder.resolve("new/folder/rules.yaml");
    Run run = Run.of("init", "--trace", everything(), "-o", rules);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Run.of("test", folder.resolve("new/folder/rules_test.yaml")).exitCode()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void bothFilesAreWrittenOrNone() throws IOException {
    Path trace = everything();
    Path rules = folder.resolve("rules.yaml");
    Path tests = folder.resolve("rules_test.yaml");
    Files.createSymbolicLink(tests, folder.resolve("missing/tests.yaml"));
    Run run = Run.of("init", "--trace", trace, "-o", rules).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("rules_test.yaml");
    assertThat(rules).doesNotExist();
    Files.delete(tests);
    assertThat(Run.of("init", "--trace", trace, "-o", rules).exitCode()).isZero();
  }

  @Test
  void aFolderIsNoRuleFile() throws IOException {
    Run run = Run.of("init", "--force", "--trace", everything(), "-o", folder).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(": is a folder, expected a file", "hint: -o ", "alert_rules.yaml");
  }

  @Test
  void aTraceWithoutCallsHasNoRules() throws IOException {
    Path trace = Files.writeString(folder.resolve("empty.jsonl"), "");
    Run run = Run.of("init", "--trace", trace, "-o", folder.resolve("r.yaml")).without(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("empty.jsonl: there is no call in it");
    assertThat(Run.of("init").exitCode()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTraceThatCanBeReadOnlyOnceIsRefused() {
    Path pipe = Path.of("/dev/null");
    Path rules = folder.resolve("r.yaml");
    Run run = Run.of("init", "--trace", pipe, "-o", rules);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("/dev/null: can be read only once, and", "write it to a file first");
    assertThat(rules).doesNotExist();
  }

  /** Two days, a call a minute; one in fifty fails, and the second noon is slow. */
  private Path everything() throws IOException {
    StringBuilder lines = new StringBuilder();
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int minute = 0; minute < 2 * 24 * 60; minute++) {
      boolean slow = minute >= 36 * 60 && minute < 37 * 60;
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"time\":\"%s\",\"id\":\"c%d\",\"model\":\"m\",\"user\":\"u%d\",\"feature\":\"%s\","
                  + "\"latency_ms\":%d,\"status\":\"%s\",\"cost_usd\":0.0%d,"
                  + "\"scores\":{\"answer_relevance\":0.%d,\"toxicity\":0.0%d}}%n",
              start.plusSeconds(60L * minute),
              minute,
              minute % 7,
              minute % 3 == 0 ? "search" : "chat",
              (slow ? 4_000 : 800) + minute % 11 * 50,
              minute % 50 == 0 ? "error" : "ok",
              1 + minute % 5,
              7 + minute % 3,
              1 + minute % 4));
    }
    return Files.writeString(folder.resolve("everything.jsonl"), lines);
  }
}
