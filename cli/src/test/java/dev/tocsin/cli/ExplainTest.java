package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path FILE = ROOT.resolve("cli/src/test/resources/check/explained.yaml");

  @Test
  void everyRuleInPlainWords() {
    Run run = Run.of("explain", FILE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.compare("explain", run.out());
  }

  @Test
  void theSevenRules() {
    Golden.compare(
        "explain-seven", Run.of("explain", ROOT.resolve("examples/alert_rules.yaml")).out());
  }

  @Test
  void oneRuleAsJson() {
    Golden.compare(
        "explain-json", Run.of("explain", "--format", "json", FILE, "anything_wrong").out());
  }

  @Test
  void rulesComeInTheOrderTheyWereNamed() {
    String out = Run.of("explain", "--format", "json", FILE, "model_drift", "user_budget").out();

    assertThat(out.lines()).hasSize(2);
    assertThat(out).startsWith("{\"type\":\"rule\",\"rule\":\"model_drift\"");
  }

  @Test
  void anUnknownRuleIsAnsweredWithTheNearest() {
    Run run =
        Run.of("explain", FILE, "user_budgt").without(Objects.requireNonNull(FILE.getParent()));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "tocsin: explained.yaml: no rule 'user_budgt'\n  hint: did you mean 'user_budget'?\n");
  }

  @Test
  void aDisabledRuleSaysSo() {
    Run run = Run.of("explain", FILE, "resting");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the rule 'resting' is disabled");
  }

  @Test
  void aWrongFileIsNotExplained(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "rules: [{name: a, condition: b > 1}]");
    Run run = Run.of("explain", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("TC301");
  }

  @Test
  void theSchemaIsJson() {
    Run run = Run.of("schema");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{").contains("draft-07", "\"keep_firing_for\"");
  }
}
