package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path EXAMPLES = ROOT.resolve("examples");
  private static final Path FILES = ROOT.resolve("cli/src/test/resources/backtest");
  private static final Path OLD = EXAMPLES.resolve("alert_rules_small.yaml");
  private static final Path NEW = FILES.resolve("changed.yaml");
  private static final Path TRACE = EXAMPLES.resolve("traces/llmdrift-prime-gpt4-dense.jsonl.gz");
  private static final Path INCIDENTS = FILES.resolve("incidents.yaml");

  @Test
  void saysWhatBecomesOfTheAlerts() {
    for (String format : List.of("text", "json", "markdown")) {
      Run run =
          Run.of("diff", OLD, NEW, "--trace", TRACE, "--incidents", INCIDENTS, "--format", format);
      assertThat(run.exitCode()).as(run.err()).isZero();
      Golden.compare("diff-" + format, run.without(EXAMPLES).without(FILES).out());
    }
  }

  @Test
  void fitsANarrowScreen() {
    Run run = Run.on(new Screen(false, 80), "diff", OLD, NEW, "--trace", TRACE);

    assertThat(run.without(EXAMPLES).without(FILES).out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void theSameRulesDoTheSame() {
    Run run = Run.of("diff", OLD, OLD, "--trace", TRACE, "--fail-on", "any");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("0 added, 0 removed, 0 moved, 12 the same");
  }

  @Test
  void theGateClosesOnWhatItIsToldTo() {
    Run removed = Run.of("diff", OLD, NEW, "--trace", TRACE, "--fail-on", "removed");
    assertThat(removed.exitCode()).isEqualTo(1);
    assertThat(removed.err()).matches("tocsin: \\d+ alerts? removed \\(--fail-on removed\\)\n");

    Run any = Run.of("diff", OLD, NEW, "--trace", TRACE, "--fail-on", "any");
    assertThat(any.exitCode()).isEqualTo(1);
    assertThat(any.err()).contains("changed (--fail-on any)");
  }
}
