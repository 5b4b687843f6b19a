package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path EXAMPLES = ROOT.resolve("examples");
  private static final Path RULES = EXAMPLES.resolve("alert_rules_small.yaml");
  private static final Path TRACE = EXAMPLES.resolve("traces/llmdrift-prime-gpt4-dense.jsonl.gz");

  @Test
  void addsUpWhatRulesWouldHaveMeant() {
    Run run = Run.of("backtest", RULES, "--trace", TRACE).without(EXAMPLES);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.compare("backtest", run.out());
  }

  @Test
  void asJson() {
    Golden.compare(
        "backtest-json",
        Run.of("backtest", RULES, "--trace", TRACE, "--format", "json").without(EXAMPLES).out());
  }

  @Test
  void asMarkdown() {
    Golden.compare(
        "backtest-markdown",
        Run.of("backtest", RULES, "--trace", TRACE, "--format", "markdown")
            .without(EXAMPLES)
            .out());
  }
}
