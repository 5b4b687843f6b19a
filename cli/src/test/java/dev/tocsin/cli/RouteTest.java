package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path FILE = ROOT.resolve("cli/src/test/resources/check/routed.yaml");
  private static final Path SEVEN = ROOT.resolve("examples/alert_rules.yaml");

  @Test
  void theTree() {
    Run run = Run.of("route", "show", FILE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.compare("route-show", run.out());
  }

  @Test
  void labelsInReceiversOut() {
    Golden.compare(
        "route-test",
        Run.of(
                "route",
                "test",
                "--at",
                "2026-10-03T23:15:00Z",
                FILE,
                "severity=critical",
                "team=payments",
                "user=vip-7")
            .out());
  }

  @Test
  void anAlertOfARule() {
    Golden.compare(
        "route-test-rule",
        Run.of("route", "test", "--rule", "slow", "--severity", "critical", FILE).out());
    assertThat(Run.of("route", "test", "--rule", "slow", FILE).out())
        .contains("* {}", "ops (slack, email)");
    assertThat(Run.of("route", "test", "--rule", "spend", FILE).out())
        .contains("pager-of-finance, as the rule says");
  }

  @Test
  void asJson() {
    Golden.compare(
        "route-test-json",
        Run.of("route", "test", "--json", "--at", "2026-10-04T12:00:00Z", FILE, "severity=info")
            .out());
    Golden.compare(
        "route-test-rule-json",
        Run.of("route", "test", "--json", "--rule", "slow", "--severity", "critical", FILE).out());
  }

  @Test
  void withoutRoutesTheSeverityDecides() {
    Golden.compare(
        "route-test-without-routes", Run.of("route", "test", SEVEN, "severity=critical").out());
    assertThat(Run.of("route", "test", SEVEN).out())
        .contains("the channels of its severity, which is not given");
    assertThat(Run.of("route", "test", "--json", SEVEN).out()).contains("\"channels\":null");
  }

  @Test
  void aRuleHasTwoNames(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            "rules: []\nroutes: {routes: [{name: own, match: [rule = a], channels: [x]},"
                + " {name: other, match: [alertname = b], channels: [y]}]}\n");

    assertThat(Run.of("route", "test", file, "alertname=a").out()).contains("* ", "{}/own");
    assertThat(Run.of("route", "test", file, "rule=b").out()).contains("{}/other");
  }

  @Test
  void coloursMarkWhatTakesTheAlert() {
    assertThat(Run.on(new Screen(true, 100), "route", "test", FILE, "severity=info").out())
        .contains("\033[32m");
  }

  @Test
  void aWrongWordIsAnsweredWithTheRightOne(@TempDir Path folder) throws IOException {
    Run label = Run.of("route", "test", FILE, "critical");
    assertThat(label.exitCode()).isEqualTo(2);
    assertThat(label.err())
        .isEqualTo(
            "tocsin: 'critical' is no label with a value\n  hint: write it as team=search\n");

    Run rule = Run.of("route", "test", "--rule", "slov", FILE);
    assertThat(rule.exitCode()).isEqualTo(2);
    assertThat(rule.err()).contains("no enabled rule 'slov'", "did you mean 'slow'?");

    Path broken = Files.writeString(folder.resolve("a.yaml"), "rules: []\nroutes: {receiver: a}");
    Run wrong = Run.of("route", "show", broken);
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("TC501");

    Path doubtful =
        Files.writeString(
            folder.resolve("b.yaml"), "rules: []\nreceivers: [{name: a, channels: [x]}]");
    Run warned = Run.of("route", "show", doubtful);
    assertThat(warned.exitCode()).isZero();
    assertThat(warned.err()).contains("TC505");

    Run alone = Run.of("route");
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(alone.err()).startsWith("Usage: tocsin route");
  }

  @Test
  void explainSaysWhereAlertsOfARuleGo() {
    Golden.compare("explain-routed", Run.of("explain", FILE).out());
    Golden.compare(
        "explain-routed-json", Run.of("explain", "--format", "json", FILE, "slow").out());
  }
}
