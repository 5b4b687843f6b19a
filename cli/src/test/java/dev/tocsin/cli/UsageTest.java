package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void helpGoesToStandardOutput() {
    Run run = Run.of("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.compare("help", run.out());
    for (String command :
        List.of(
            "ack",
            "alerts",
            "anonymize",
            "backtest",
            "check",
            "convert",
            "diff",
            "explain",
            "fmt",
            "init",
            "record",
            "replay",
            "route",
            "schema",
            "silence",
            "status",
            "store",
            "story",
            "test")) {
      Golden.compare("help-" + command, Run.of(command, "--help").out());
    }
    for (String command : List.of("inspect", "verify", "compact")) {
      Golden.compare("help-store-" + command, Run.of("store", command, "--help").out());
    }
    for (String command : List.of("add", "list", "expire")) {
      Golden.compare("help-silence-" + command, Run.of("silence", command, "--help").out());
    }
    for (String command : List.of("show", "test")) {
      Golden.compare("help-route-" + command, Run.of("route", command, "--help").out());
    }
  }

  @Test
  void versionNamesTheProgramAndItsJava() {
    Run run = Run.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("tocsin ").contains("\nJava ");
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    Run run = Run.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: tocsin");
  }

  @Test
  void anUnknownOptionNamesTheNearest() {
    refused(
        Run.of("replay", "--jsn", "a.yaml", "b.jsonl"),
        "tocsin: unknown option '--jsn'; did you mean --json?",
        "replay");
  }

  @Test
  void anUnknownCommandNamesTheNearest() {
    Run run = Run.of("repla");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            tocsin: unknown command 'repla'; did you mean 'replay'?
            Usage: tocsin [OPTIONS] COMMAND
            Try 'tocsin --help'.
            """);
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheOneMeant() {
    assertThat(Run.of("chek", "a.yaml").err()).contains("did you mean 'check'?");
    assertThat(Run.of("frobnicate").err())
        .contains(
            "commands are ack, alerts, anonymize, backtest, check, completion, convert, diff, explain,"
                + " fmt, init, record, replay, route, schema, silence, status, store, story");
  }

  @Test
  void aMissingArgumentIsNamed() {
    refused(Run.of("replay", "a.yaml"), "tocsin: missing required parameter: 'TRACE'", "replay");
  }

  @Test
  void anArgumentTooManyIsNamed() {
    refused(Run.of("replay", "a", "b", "c"), "tocsin: unexpected argument 'c'", "replay");
  }

  @Test
  void aWordThatIsNoneOfTheListIsAnsweredWithTheList() {
    refused(
        Run.of("replay", "--color", "red", "a", "b"),
        "tocsin: invalid value for option '--color': expected one of [auto, always, never]"
            + " but was 'red'",
        "replay");
  }

  @Test
  void aBadDurationIsAnsweredWithTheWayToWriteIt() {
    refused(
        Run.of("replay", "--allowed-lateness", "soon", "a", "b"),
        "tocsin: invalid value for option '--allowed-lateness': 'soon' is not a duration;"
            + " write it as 500ms, 30s, 10m, 2h or 1d",
        "replay");
  }

  @Test
  void aNegativeLimitIsRefused() {
    refused(
        Run.of("replay", "--limit-bad", "-1", "a", "b"),
        "tocsin: invalid value for option '--limit-bad': -1 is negative",
        "replay");
  }

  @Test
  void helpOnATerminalIsColoured() {
    assertThat(Run.on(new Screen(true, 80), "--help").out()).contains("\033[");
    assertThat(Run.of("--help").out()).doesNotContain("\033[");
  }

  private static void refused(Run run, String message, String command) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            message,
            "Usage: tocsin replay [OPTIONS] RULES TRACE",
            "Try 'tocsin " + command + " --help'.");
  }

  @Test
  void shellsCompleteCommandsAndOptions() {
    Run run = Run.of("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("replay", "--junit-xml", "fmt", "--check");
  }
}
