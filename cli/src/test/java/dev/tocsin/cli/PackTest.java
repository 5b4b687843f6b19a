package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));

  @TempDir private Path folder = Path.of("");

  @Test
  void theStarterPackDoesWhatTheSevenRulesDo() throws IOException {
    Path starter = Files.writeString(folder.resolve("starter.yaml"), "include: pack:starter\n");
    Path trace = ROOT.resolve("examples/traces/llmdrift-prime-gpt4-slow.jsonl.gz");
    Run ready = Run.of("replay", "--json", starter, trace);
    Run written = Run.of("replay", "--json", ROOT.resolve("examples/alert_rules.yaml"), trace);
    assertThat(ready.out()).isEqualTo(written.out()).contains("model_drift");
  }

  @Test
  void whatIsWrongWithAnIncludeIsToldWhereItStands() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            include:
              - pack:slo-latncy
              - {pack: slo-latency, parameters: {threshold: fast, objectve: 99%}}
            """);
    Run run = Run.of("check", rules).without(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            rules.yaml:2:5: error TC117: cannot read 'pack:slo-latncy': there is no such pack; did you mean 'slo-latency'?
              2 |   - pack:slo-latncy
                |     ^^^^^^^^^^^^^^^
              = hint: packs are named as in: pack:starter

            rules.yaml:3:49: error TC129: 'threshold' is a duration, not a text
              3 |   - {pack: slo-latency, parameters: {threshold: fast, objectve: 99%}}
                |                                                 ^^^^
              = hint: as in: threshold: 2s

            rules.yaml:3:55: error TC127: 'pack:slo-latency' has no parameter 'objectve'
              3 |   - {pack: slo-latency, parameters: {threshold: fast, objectve: 99%}}
                |                                                       ^^^^^^^^
              = hint: did you mean 'objective'?

            1 file, 4 rules, 3 errors, 0 warnings
            """);
  }

  @Test
  void anObjectiveThatNoBurnRateCanReachIsRefusedAtTheInclude() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "include: {pack: slo-latency, parameters: {objective: 90%}}\n");
    Run run = Run.of("check", rules).without(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            rules.yaml:1:54: error TC129: 'objective' must be at least 93.1%
              1 | include: {pack: slo-latency, parameters: {objective: 90%}}
                |                                                      ^^^
              = hint: it takes 93.1% to 99.999%

            1 file, 4 rules, 1 error, 0 warnings
            """);
  }

  @Test
  void aSmallerDailyBudgetIsEnoughForTheCostPack() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "include: {pack: cost, parameters: {daily_budget: $100}}\n");
    assertThat(Run.of("check", rules).out()).isEqualTo("1 file, 5 rules, no problems\n");
    assertThat(Run.of("explain", rules, "daily_budget").out())
        .contains("sum(cost) per day is more than $80", "sum(cost) per day is more than $100");
  }
}
