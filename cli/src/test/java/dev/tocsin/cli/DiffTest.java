package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void ofManyAlertsTheFirstAreShown(@TempDir Path folder) throws IOException {
    StringBuilder calls = new StringBuilder();
    for (int user = 10; user < 40; user++) {
      calls.append(
          "{\"time\":\"2026-03-01T10:00:%dZ\",\"user\":\"u%d\",\"latency_ms\":900}\n"
              .formatted(user, user));
    }
    Path trace = Files.writeString(folder.resolve("trace.jsonl"), calls);
    String rule =
        "rules: [{name: slow, condition: max(latency) by user over 1m > %s, channels: [slack]}]";
    Path calm = Files.writeString(folder.resolve("calm.yaml"), rule.formatted("1s"));
    Path loud = Files.writeString(folder.resolve("loud.yaml"), rule.formatted("500ms"));

    assertThat(Run.of("diff", calm, loud, "--trace", trace).out())
        .contains("30 added, 0 removed", "slow{user=u29}", "  and 10 more")
        .doesNotContain("slow{user=u30}");
    assertThat(Run.of("diff", calm, loud, "--trace", trace, "--format", "markdown").out())
        .contains("slow{user=u29}", "And 10 more.")
        .doesNotContain("slow{user=u30}");
    assertThat(Run.of("diff", loud, calm, "--trace", trace).out())
        .contains("0 added, 30 removed", "  and 10 more");
    assertThat(Run.of("diff", calm, calm, "--trace", trace).out())
        .contains("0 added, 0 removed, 0 moved, 0 the same")
        .doesNotContain("Pages");
    assertThat(Run.of("backtest", calm, "--trace", trace).out())
        .contains("Alerts   nothing fired", "Noise    -");
    assertThat(Run.of("backtest", calm, "--trace", trace, "--format", "json").out())
        .contains("\"median_firing_s\":null", "\"score\":null", "\"receivers\":[]");
    assertThat(Run.of("backtest", calm, "--trace", trace, "--format", "markdown").out())
        .contains("Alerts: nothing fired. Noise: -.")
        .doesNotContain("Receiver");
  }

  @Test
  void namesCannotBreakOutOfATable(@TempDir Path folder) throws IOException {
    Path trace =
        Files.writeString(
            folder.resolve("trace.jsonl"),
            "{\"time\":\"2026-03-01T10:00:00Z\",\"user\":\"a|<b>`_x_\",\"latency_ms\":900}\n");
    String rule =
        "rules: [{name: slow, condition: max(latency) by user over 1m > %s, channels: [slack]}]";
    Path calm = Files.writeString(folder.resolve("calm.yaml"), rule.formatted("1s"));
    Path loud = Files.writeString(folder.resolve("loud.yaml"), rule.formatted("500ms"));

    assertThat(Run.of("diff", calm, loud, "--trace", trace, "--format", "markdown").out())
        .contains("slow{user=a\\|\\<b>\\`\\_x\\_}");
  }
}
