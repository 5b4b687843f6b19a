package dev.tocsin.testkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.testkit.coverage.Coverage;
import dev.tocsin.testkit.coverage.Point;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.expect.MissText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTestFileTest {
  private static final String SLOW =
      "rules: [{name: slow, condition: p95(latency) over 1m > 2s, channels: [slack]}]\n";
  private static final String SPEND =
      "rules: [{name: spend, condition: sum(cost) over 1h > 100, channels: [email]}]\n";
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void aTestRunsOnEachOfItsTraces() throws IOException {
    write("rules.yaml", SLOW);
    write("slow.jsonl", trace(3_000, 120));
    write("calm.jsonl", trace(100, 120));
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - name: slow
                trace: [slow.jsonl, calm.jsonl]
                expect: [{alert: slow, fires: 10:00:01}]
            """);

    assertThat(checked.orThrow())
        .extracting(RuleTest::fullName)
        .containsExactly(
            "slow [" + folder.resolve("slow.jsonl") + "]",
            "slow [" + folder.resolve("calm.jsonl") + "]");
    assertThat(checked.tests())
        .extracting(test -> test.run().passed())
        .containsExactly(true, false);
  }

  @Test
  void timesThatCannotBeMeantAreTold() throws IOException {
    write("rules.yaml", SLOW);
    write("slow.jsonl", trace(3_000, 120));
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - name: slow
                trace: slow.jsonl
                until: 2199-01-01T00:00:00Z
                expect:
                  - {alert: slow, never: fires, during: {between: [10:05, 10:00]}}
                  - {alert: slow, fires: 2023-03-01T10:00:00Z}
                  - {alert: slow, fires: {between: [23:50, day 2 00:10]}}
            """);

    assertThat(checked.tests()).isEmpty();
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "this is 63127 days after the trace begins",
            "this is before '10:05'",
            "this is 1096 days before the trace begins");
  }

  @Test
  void timesThatAreNoneOrTwoAreTold() throws IOException {
    write("rules.yaml", SLOW);
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            zone: Europe/Vienna
            tests:
              - name: spring
                start: 2026-03-29T00:00:00Z
                events: [{every: 1m, for: 3h, latency: 100ms}]
                expect: [{alert: slow, never: fires, during: {after: 02:30}}]
              - name: autumn
                start: 2026-10-24T23:00:00Z
                events: [{every: 1m, for: 3h, latency: 100ms}]
                expect: [{alert: slow, at: 02:30, is: inactive}]
            """);

    assertThat(checked.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "2026-03-29T02:30 does not exist in Europe/Vienna",
            "2026-10-25T02:30 comes twice in Europe/Vienna");
  }

  @Test
  void linesThatAreNotReadFailATest() throws IOException {
    write("rules.yaml", SLOW);
    write("bad.jsonl", trace(100, 5) + "{\"tiem\":1}\n");
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - {name: silent, trace: bad.jsonl, expect: [{alert: slow, never: fires}]}
              - {name: said, trace: bad.jsonl, expect: [{alert: slow, never: fires}, {trace: {skipped: 1}}]}
            """);

    assertThat(passes(checked)).containsExactly(false, true);
    assertThat(checked.tests().get(0).run().misses().get(0).found())
        .isEqualTo("1 could not be read (tocsin replay says why)");
  }

  @Test
  void oneTraceIsReadForSeveralTests() throws IOException {
    write("rules.yaml", SLOW);
    write("slow.jsonl", trace(3_000, 5));
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - {name: a, trace: slow.jsonl, expect: [{alert: slow}]}
              - {name: b, trace: ./slow.jsonl, expect: [{alert: slow, never: fires}]}
            """);

    assertThat(passes(checked)).containsExactly(true, false);
    assertThat(checked.sources())
        .containsExactly(folder.resolve("rules.yaml"), folder.resolve("slow.jsonl"));
  }

  @Test
  void timesAreThoseOfTheZone() throws IOException {
    write("rules.yaml", SLOW);
    write("slow.jsonl", trace(3_000, 5));

    assertThat(
            passes(
                check(
                    """
                    rules: [rules.yaml]
                    zone: Asia/Tokyo
                    tests:
                      - {name: there, trace: slow.jsonl, expect: [{alert: slow, fires: 19:00:01}]}
                      - {name: as a date, trace: slow.jsonl, expect: [{alert: slow, fires: 2026-03-01 19:00:01}]}
                      - {name: in UTC, trace: slow.jsonl, expect: [{alert: slow, fires: 2026-03-01T10:00:01Z}]}
                      - {name: elsewhere, trace: slow.jsonl, expect: [{alert: slow, fires: 20:00:01}]}
                    """)))
        .containsExactly(true, true, true, false);
  }

  @Test
  void daysAreCountedFromTheFirst() throws IOException {
    write("rules.yaml", SLOW);

    assertThat(
            passes(
                check(
                    """
                    rules: [rules.yaml]
                    x-events: &night
                      - {every: 1m, for: 20m, latency: 100ms}
                      - {at: +10m, every: 1m, for: 10m, latency: 3s}
                    tests:
                      - {name: day 2, start: 2026-03-01T23:55:00Z, events: *night, expect: [{alert: slow, fires: day 2 00:05:01}]}
                      - {name: the next, start: 2026-03-01T23:55:00Z, events: *night, expect: [{alert: slow, fires: 00:05:01}]}
                      - {name: day 3, start: 2026-03-01T23:55:00Z, events: *night, expect: [{alert: slow, fires: day 3 00:05:01}]}
                    """)))
        .containsExactly(true, true, false);
  }

  @Test
  void aReplayGoesOnAsLongAsItIsAskedTo() throws IOException {
    write("rules.yaml", SLOW);
    String test = "tests: [{name: a, start: 2026-03-01T10:00:00Z, %s}]\n";
    String traffic = "events: [{every: 1s, for: 10s, latency: 3s}]";
    String fires = "expect: [{alert: slow, is: firing}]";

    assertThat(end(test.formatted(traffic + ", " + fires))).isBefore(START.plusSeconds(11));
    assertThat(end(test.formatted(traffic + ", until: 10:05, " + fires)))
        .isEqualTo(START.plus(Duration.ofMinutes(5)));
    assertThat(end(test.formatted(traffic + ", drain: true, " + fires)))
        .isAfter(START.plusSeconds(60))
        .isBefore(START.plusSeconds(120));
    assertThat(
            end(test.formatted(traffic + ", expect: [{alert: slow, resolves: {before: 10:03}}]")))
        .isEqualTo(START.plus(Duration.ofMinutes(3)));
    assertThat(end(test.formatted(traffic + ", expect: [{alert: slow, at: 10:02, is: firing}]")))
        .isEqualTo(START.plus(Duration.ofMinutes(2)));
  }

  private Instant end(String tests) throws IOException {
    return check("rules: [rules.yaml]\n" + tests)
        .orThrow()
        .get(0)
        .run()
        .replay()
        .orElseThrow()
        .end();
  }

  @Test
  void aFaultThatChangesNothingFailsItsTest() throws IOException {
    write("rules.yaml", SLOW);
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - name: calm
                start: 2026-03-01T10:00:00Z
                events: [{every: 1s, for: 1m, model: a, latency: 100ms}]
                inject:
                  - {at: 11:00, multiply: {latency: 100}}
                  - {at: 2026-03-01T09:00:00Z, for: 5m, multiply: {latency: 100}}
                  - {where: {model: b}, multiply: {latency: 100}}
                  - {multiply: {ttft: 100}}
                  - {where: {id: g1-1}, set: {model: a}}
                  - {add: {latency: 1ms}}
                expect: [{alert: slow, never: fires}]
            """);
    Outcome outcome = checked.orThrow().get(0).run();

    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.misses())
        .extracting(Miss::expected)
        .containsOnly("the fault changes events");
    assertThat(outcome.misses())
        .extracting(
            miss -> MissText.place(miss).replaceFirst(".*:(\\d+):\\d+", "$1") + " " + miss.found())
        .containsExactly(
            "7 it met none: the last event is at 10:00:59, before it",
            "8 it met none: the first event is at 10:00:00, after it",
            "9 it met none",
            "10 it met 60 calls and changed none of them",
            "11 it met 1 call and did not change it");
  }

  @Test
  void severalRuleFilesAreTestedTogether() throws IOException {
    write("slow.yaml", SLOW);
    write("team/spend.yaml", SPEND);
    CheckedTests checked =
        check(
            """
            rules: [slow.yaml, team/spend.yaml]
            tests:
              - name: both
                events: [{every: 1s, for: 10s, latency: 3s, cost: $50}]
                expect: [{alert: slow}, {alert: spend}, {value: count() over 1m, at: +5s, is: 5}]
            """);

    assertThat(passes(checked)).containsExactly(true);
    assertThat(checked.sources())
        .containsExactlyInAnyOrder(folder.resolve("slow.yaml"), folder.resolve("team/spend.yaml"));
  }

  @Test
  void rulesThatTwoFilesTestAreCoveredOnce() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "rules"); // a name without a root
    write("slow.yaml", SLOW);
    write("spend.yaml", SPEND);
    String tests =
        "tests: [{name: a, events: [{every: 1s, for: 9s}], expect: [{no_other_alerts: true}]}]\n";
    Coverage coverage = new Coverage();
    coverage.add(check("rules: [slow.yaml]\n" + tests).rules().orElseThrow());
    List<Point> alone = coverage.unseen();
    coverage.add(check("rules: [slow.yaml, spend.yaml]\n" + tests).rules().orElseThrow());

    assertThat(coverage.unseen()).hasSize(2 * alone.size()).containsAll(alone);
  }

  @Test
  void whatRulesIncludeIsRead() throws IOException {
    write("rules.yaml", "include: deep/metrics.yaml\n" + SLOW.replace("p95(latency)", "tail"));
    write("deep/metrics.yaml", "metrics: {tail: p95(latency)}\n");
    CheckedTests checked =
        check(
            """
            rules: [rules.yaml]
            tests:
              - name: a
                start: 2026-03-01T10:00:00Z
                events: [{every: 1s, for: 10s, latency: 3s}]
                expect: [{alert: slow, fires: 10:00:01}, {value: tail over 1m, at: 10:00:05, is: 3s}]
            """);

    assertThat(passes(checked)).containsExactly(true);
    assertThat(checked.sources()).contains(folder.resolve("deep/metrics.yaml"));
  }

  @Test
  void valuesCanBeAskedForBesideRoutes() throws IOException {
    write("rules.yaml", "evaluate_every: 5s\nroutes: {channels: [slack]}\n" + SLOW);

    assertThat(
            passes(
                check(
                    """
                    rules: [rules.yaml]
                    tests:
                      - name: a
                        start: 2026-03-01T10:00:00Z
                        events: [{every: 1s, for: 1m, latency: 3s}]
                        expect: [{value: count() over 1m, at: 10:00:30, is: 30}]
                    """)))
        .containsExactly(true);
  }

  @Test
  void filesThatAreNotThereAreNamedWithTheirNeighbours() throws IOException {
    write("rules.yaml", SLOW);
    CheckedTests wrongRules =
        check("rules: [rule.yaml]\ntests: [{name: a, trace: a.jsonl, expect: [{alert: slow}]}]\n");

    assertThat(wrongRules.tests()).isEmpty();
    assertThat(wrongRules.sources()).containsExactly(folder.resolve("rule.yaml"));
    assertThat(wrongRules.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("there is no rule file 'rule.yaml'");
    assertThat(wrongRules.diagnostics().get(0).hint()).contains("did you mean 'rules.yaml'?");
    assertThatThrownBy(wrongRules::orThrow).isInstanceOf(InvalidRulesException.class);
    assertThatThrownBy(() -> RuleTestFile.check(folder.resolve("no_test.yaml")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void errorsOfTheRulesAreTold() throws IOException {
    write("rules.yaml", SLOW.replace("latency", "latencie"));
    CheckedTests checked =
        check("rules: [rules.yaml]\ntests: [{name: a, events: [{}], expect: [{alert: slow}]}]\n");

    assertThat(checked.diagnostics().stream().map(each -> each.span().source().name()).distinct())
        .contains(folder.resolve("rules.yaml").toString());
    assertThat(checked.hasErrors()).isTrue();
  }

  private static List<Boolean> passes(CheckedTests checked) {
    return checked.orThrow().stream().map(RuleTest::run).map(Outcome::passed).toList();
  }

  private CheckedTests check(String text) throws IOException {
    return RuleTestFile.check(write("rules_test.yaml", text));
  }

  private static String trace(int millis, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(
            i -> "{\"time\":\"%s\",\"latency_ms\":%d}\n".formatted(START.plusSeconds(i), millis))
        .collect(Collectors.joining());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }
}
