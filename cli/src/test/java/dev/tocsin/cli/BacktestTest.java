package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path EXAMPLES = ROOT.resolve("examples");
  private static final Path RULES = EXAMPLES.resolve("alert_rules_small.yaml");
  private static final Path TRACE = EXAMPLES.resolve("traces/llmdrift-prime-gpt4-dense.jsonl.gz");

  private static final Path FILES = ROOT.resolve("cli/src/test/resources/backtest");
  private static final Path INCIDENTS = FILES.resolve("incidents.yaml");

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

  @Test
  void incidentsTellHowGoodAlertsAre() {
    for (String format : List.of("text", "json", "markdown")) {
      Run run =
          Run.of("backtest", RULES, "--trace", TRACE, "--incidents", INCIDENTS, "--format", format);
      assertThat(run.exitCode()).as(run.err()).isZero();
      Golden.compare("backtest-incidents-" + format, run.without(EXAMPLES).out());
    }
  }

  @Test
  void incidentsMayBeATable() {
    Path table = FILES.resolve("incidents.csv");
    Run run = Run.of("backtest", RULES, "--trace", TRACE, "--incidents", table);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2 of 2 incidents noticed", "slow, at the start");
  }

  @Test
  void sweepsAThreshold() {
    for (String format : List.of("text", "json", "markdown")) {
      Run run =
          Run.of(
              "backtest",
              RULES,
              "--trace",
              TRACE,
              "--sweep",
              "model_drift:threshold=0.2..0.4",
              "--steps",
              5,
              "--incidents",
              INCIDENTS,
              "--format",
              format);
      assertThat(run.exitCode()).as(run.err()).isZero();
      Golden.compare("backtest-sweep-" + format, run.without(EXAMPLES).out());
    }
  }

  @Test
  void fitsANarrowScreen() {
    Run run =
        Run.on(
            new Screen(false, 80),
            "backtest",
            RULES,
            "--trace",
            TRACE,
            "--sweep",
            "latency_degradation:threshold=5s..30s",
            "--incidents",
            INCIDENTS);

    assertThat(run.without(EXAMPLES).out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    Golden.compare("backtest-narrow", run.without(EXAMPLES).out());
  }

  @Test
  void valuesOfASweepThatCannotBeAreNamedInEveryFormat() {
    for (String format : new String[] {"text", "markdown", "json"}) {
      Run run =
          Run.of(
              "backtest",
              RULES,
              "--trace",
              TRACE,
              "--sweep",
              "accuracy_drop:threshold=0.5..1.5",
              "--steps",
              3,
              "--format",
              format);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      String out = run.out().replaceAll("\\s+", " ");
      assertThat(out)
          .contains(
              format.equals("json")
                  ? "\"refused\":[{\"value\":\"1.5\",\"why\":\"'task_completion_rate' lies"
                  : "--sweep: not with 1.5: 'task_completion_rate' lies between 0 and 1");
    }
  }

  @Test
  void severalTracesCountAsOne() {
    Path slow = EXAMPLES.resolve("traces/llmdrift-prime-gpt4-slow.jsonl.gz");
    Run run = Run.of("backtest", RULES, "--trace", TRACE, "--trace", slow).without(EXAMPLES);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("gpt4-dense.jsonl.gz,\n", "gpt4-slow.jsonl.gz\n", "2,394 events in 16d 15h");
  }

  @Test
  void whatNoRuleSawIsSaid(@TempDir Path folder) throws IOException {
    Path trace =
        Files.writeString(
            folder.resolve("trace.jsonl"),
            """
            {"time":"2026-03-01T10:00:00Z","id":"a","model":"m"}
            {"time":"2026-03-01T10:05:00Z","id":"b","model":"m"}
            {"time":"2026-03-01T10:05:00Z","id":"b","model":"m"}
            {"time":"2026-03-01T10:01:00Z","id":"c","model":"m"}
            not an event
            {"time":"2026-03-01T10:06:00Z","id":"d","model":"m"}
            also not
            """);
    List<Object> backtest = List.of("backtest", RULES, "--trace", trace, "--format");
    List<Object> diff = List.of("diff", RULES, RULES, "--trace", trace, "--format");
    for (List<Object> command : List.of(backtest, diff)) {
      assertThat(inFormat(command, "text"))
          .containsPattern("(?m)^Left out +2 broken lines, 1 late event, 1 duplicate$");
      assertThat(inFormat(command, "markdown"))
          .contains(" Left out: 2 broken lines, 1 late event, 1 duplicate.\n");
      assertThat(inFormat(command, "json"))
          .contains("\"events\":3,\"skipped\":2,\"late\":1,\"duplicates\":1,");
    }
  }

  private static String inFormat(List<Object> command, String format) {
    List<Object> words = new ArrayList<>(command);
    words.add(format);
    Run run = Run.of(words.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void whatCannotBeDoneIsAnsweredWithWhatCan() {
    refused("--sweep: name the rule, as in", "--sweep", "threshold=1..2");
    refused(
        "--sweep: the rules have errors with every value of threshold of 'accuracy_drop'; with 70: ",
        "--sweep",
        "accuracy_drop:threshold=70..90");
    refused("--sweep: 'x' is no sweep; write it as threshold=1s..5s", "--sweep", "x");
    refused("--steps must be from 2 to 200, not 1", "--sweep", "a:threshold=1..2", "--steps", "1");
    refused("--jobs must be at least 1", "--sweep", "a:threshold=1..2", "--jobs", "0");
    refused("no such file", "--incidents", "incidents-that-are-not-there.yaml");
    refused("--zone: there is no zone 'Mars'", "--zone", "Mars");
    Run without = Run.of("backtest", RULES);
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("--trace");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTraceThatCanBeReadOnlyOnceIsRefused() {
    Path pipe = Path.of("/dev/null");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("backtest", RULES, "--trace", TRACE, "--trace", pipe),
            List.of("diff", RULES, RULES, "--trace", pipe),
            List.of(
                "explain", RULES, "--alert", "model_drift", "--at", "10:25", "--trace", pipe))) {
      Run run = Run.of(command.toArray());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("/dev/null: can be read only once, and", "write it to a file first");
    }
  }

  private static void refused(String message, String... options) {
    List<Object> words = new ArrayList<>(List.of("backtest", RULES, "--trace", TRACE));
    words.addAll(List.of(options));
    Run run = Run.of(words.toArray());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void ofManyIncidentsOutsideTheTraceTheFirstAreNamed(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("name,from,until\n");
    for (int day = 2; day <= 23; day++) {
      rows.append("late %d,day %d 10:00,day %d 11:00\n".formatted(day, day, day));
    }
    Path file = Files.writeString(folder.resolve("incidents.csv"), rows);
    Run run = Run.of("backtest", RULES, "--trace", TRACE, "--incidents", file);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("22 incidents outside the trace: late 2, late 3,", ", late 21, and 2 more");
  }

  @Test
  void mistakesInIncidentsAreToldWithTheirPlace(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("incidents.yaml"),
            "incidents: [{name: a, from: 10:00, until: 10:10, rules: [modeldrift]}]");
    Run run = Run.of("backtest", RULES, "--trace", TRACE, "--incidents", file).without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("incidents.yaml:1:58", "TC621", "did you mean 'model_drift'?");
  }
}
