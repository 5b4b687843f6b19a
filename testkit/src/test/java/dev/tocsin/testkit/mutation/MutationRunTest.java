package dev.tocsin.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.RuleTestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationRunTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void aTestThatIsExactNoticesAll() throws IOException, InterruptedException {
    CheckedTests tests =
        tests(
            """
                  - {alert: slow, fires: "+10m31s", resolves: {between: [+10m55s, +11m5s]}, severity: warning, sent_to: [slack, email]}
                  - {alert: slow, at: +10m15s, is: pending}
                  - {alert: slow, at: +10m, value: 1.9s}
            """);
    MutationResult result = run(tests, LONG);
    assertThat(result.survived()).isEmpty();
    assertThat(result.noticed()).hasSizeGreaterThan(7);
    assertThat(result.share()).hasValue(1);
  }

  @Test
  void aTestThatIsNotSaysWhatItDoesNotNotice() throws IOException, InterruptedException {
    MutationResult result = run(tests("      - {alert: slow, fires: true}\n"), LONG);

    assertThat(result.survived())
        .extracting(Mutant::text)
        .contains("threshold 2s -> 1.6s", "severity warning -> critical", "operator > -> <")
        .doesNotContain("threshold 2s -> 2.4s", "for 30s -> 1m");
    assertThat(result.untried()).isEmpty();
  }

  @Test
  void whatThereIsNoTimeForIsSaid() throws IOException, InterruptedException {
    MutationResult result =
        run(tests("      - {alert: slow, fires: true}\n"), Duration.ofSeconds(-1));

    assertThat(result.untried()).hasSizeGreaterThan(7);
    assertThat(result.noticed()).isEmpty();
    assertThat(result.survived()).isEmpty();
    assertThat(result.share()).hasValue(0);
  }

  @Test
  void ofNothingNoShareIsNoticed() {
    MutationResult nothing = new MutationResult(List.of(), List.of(), List.of());
    assertThat(nothing.share()).isEmpty();
  }

  private static MutationResult run(CheckedTests tests, Duration budget)
      throws InterruptedException {
    assertThat(tests.diagnostics()).isEmpty();
    assertThat(tests.tests()).allMatch(test -> test.run().passed());
    return new MutationRun(2, budget, InstantSource.system()).of(tests);
  }

  /** Of a rule on traffic that gets slower than 2 s after ten minutes. */
  private CheckedTests tests(String expectations) throws IOException {
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        rules:
          - name: slow
            condition: max(latency) over 1m > 2s
            for: 30s
            severity: warning
            channels: [slack, email]
        """);
    return RuleTestFile.check(
        Files.writeString(
            folder.resolve("rules_test.yaml"),
            """
            rules: [rules.yaml]
            tests:
              - name: slow answers are told
                events:
                  - {every: 1s, for: 10m, latency: 1.9s}
                  - {at: 10m, every: 1s, for: 1s, latency: 2.1s}
                  - {at: 10m1s, every: 1s, for: 5m, latency: 1s}
                expect:
            """
                + expectations.indent(0)));
  }
}
