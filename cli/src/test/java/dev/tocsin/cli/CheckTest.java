package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final String GOOD =
      "rules: [{name: a, condition: error_rate > 5%, window: 5m, channels: [slack]}]\n";
  private static final String WRONG = "rules: [{name: a, condition: eror_rate > 5%, window: 5m}]\n";
  private static final String FLAPS = "rules: [{name: a, condition: error_rate > 5%, window: 1m}] ";
  private static final String DOUBTFUL =
      "rules: [{name: a, condition: error_rate >= 0, window: 5m}]\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void thirtyMistakesGetThirtyMessages() {
    Path file =
        Path.of(
            Objects.requireNonNull(System.getProperty("tocsin.root")),
            "cli/src/test/resources/check/thirty-mistakes.yaml");
    Run run = Run.of("check", file).without(Objects.requireNonNull(file.getParent()));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    Golden.compare("check-thirty-mistakes", run.out());
  }

  @Test
  void theRulesOfTheExamplesAreRight() {
    Run run = Run.of("check", "--format", "text", example(""));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("alert_rules.yaml:33:16: warning TC705")
        .contains("alert_rules.yaml:52:16: warning TC704")
        .endsWith("\n4 files, 22 rules, 0 errors, 2 warnings\n");
  }

  @Test
  void githubShowsProblemsAtTheirLines() throws IOException {
    Path wrong = write("wrong, or not.yaml", WRONG);
    Run run = Run.of("check", "--format", "github", wrong).without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "::error file=wrong%2C or not.yaml,line=1,col=30,endLine=1,endColumn=39,title=TC301"
                + "::no metric 'eror_rate'%0Ahint: did you mean 'error_rate'?\n");
  }

  @Test
  void scannersReadSarif() throws IOException {
    Path wrong = write("wrong.yaml", WRONG);
    Path doubtful = write("doubtful.yaml", DOUBTFUL);
    Run run = Run.of("check", "--format", "sarif", wrong, doubtful, folder.resolve("no.yaml"));
    JsonNode log = new JsonMapper().readTree(run.out());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
    assertThat(log.at("/runs/0/tool/driver/rules").findValuesAsText("id"))
        .containsExactly("TC301", "TC343");
    assertThat(log.at("/runs/0/results/0/level").asText()).isEqualTo("error");
    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/region/startColumn").asInt())
        .isEqualTo(30);
    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"))
        .hasToString("\"" + wrong.toUri() + "\"");
    assertThat(log.at("/runs/0/results/1/level").asText()).isEqualTo("warning");
    assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean()).isFalse();
  }

  @Test
  void whatIsShippedIsBeyondDoubt() throws IOException {
    String packs = "[starter, cost, slo-latency, reliability, quality, drift, outage]";
    String each = packs.replaceAll("([a-z-]+)", "{pack: $1, parameters: {prefix: $1_}}");
    Path file = write("all.yaml", "include: " + each.replace("slo-latency_", "slo_latency_"));
    Run run = Run.of("check", "--strict", file);

    assertThat(run.out()).isEqualTo("1 file, 31 rules, no problems, 1 allowed\n");
  }

  @Test
  void optionsSayWhereRulesRun() throws IOException {
    Path file = write("spend.yaml", "rules: [{name: a, condition: daily_cost > 1000}]");

    assertThat(Run.of("check", "--strict", file).exitCode()).isZero();
    assertThat(Run.of("check", "--sampled", file).out()).contains("warning TC708");
    assertThat(Run.of("check", "--instances", "3", file).out()).contains("$3,000 over all");
    assertThat(Run.of("check", "--instances", "0", file).err())
        .startsWith("tocsin: --instances: expected 1 or more, found 0\n");
  }

  @Test
  void recordedTrafficSaysWhichRulesAreNoUse() {
    Run run =
        Run.of(
            "check",
            "--trace",
            example("traces/llmdrift-prime-gpt4-dense.jsonl.gz"),
            example("alert_rules.yaml"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(":6:11: warning TC711: on this traffic the rule never fires")
        .contains(":31:11: warning TC712: the rule fires for")
        .contains(":40:11: warning TC713: on this traffic the rule has no data");
  }

  @Test
  void aTraceThatIsMissingIsAMistakeInTheCall() throws IOException {
    Run run = Run.of("check", "--trace", folder.resolve("no.jsonl"), write("good.yaml", GOOD));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no.jsonl: no such file");
  }

  @Test
  void anAllowanceOfWhatWasNotLookedForMayBeNeeded() throws IOException {
    String comment = "# tocsin: allow TC709 in file until 2999-12-31\n";
    Path file =
        write("spend.yaml", comment + "rules: [{name: a, condition: error_rate > 5%, window: 5m}]");

    assertThat(Run.of("check", "--strict", file).exitCode()).isZero();
    assertThat(Run.of("check", "--instances", "3", file).out()).contains("warning TC722");
  }

  @Test
  void whatACommentAllowsIsCountedAndFailsNothing() throws IOException {
    Path file = write("flaps.yaml", FLAPS + "# tocsin: allow TC703 until 2999-12-31, tuning\n");

    assertThat(Run.of("check", "--strict", file).out())
        .isEqualTo("1 file, 1 rule, no problems, 1 allowed\n");
    assertThat(Run.of("check", "--strict", file).exitCode()).isZero();
    assertThat(Run.of("check", "--format", "json", file).out())
        .contains("\"warnings\":0,\"unreadable\":0,\"allowed\":1");
  }

  @Test
  void anAllowanceIsOverAfterItsLastDay() throws IOException {
    Path file = write("flaps.yaml", FLAPS + "# tocsin: allow TC703 until 2020-12-31\n");
    Run run = Run.of("check", "--strict", file).without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("; its allowance ended on 2020-12-31\n")
        .endsWith("1 file, 1 rule, 0 errors, 1 warning\n");
  }

  @Test
  void anAllowanceInAnIncludedFileIsNeededWhereAnyNeedsIt() throws IOException {
    String allow = "# tocsin: allow TC702, TC505 in file until 2999-12-31\n";
    String weaker = GOOD.replace("name: a", "name: b").replace("5%", "1%");
    write("a.yaml", allow + GOOD);
    write("b.yaml", "include: a.yaml\n" + weaker);

    assertThat(Run.of("check", folder).without(folder).out())
        .startsWith("a.yaml:1:24: warning TC722: TC505 is allowed here, and nothing gives it")
        .endsWith("\n2 files, 3 rules, 0 errors, 1 warning, 1 allowed\n");
  }

  @Test
  void scannersReadWhatIsAllowedAsSuppressed() throws IOException {
    Path file = write("flaps.yaml", FLAPS + "# tocsin: allow TC703 until 2999-12-31, tuning\n");
    JsonNode log = new JsonMapper().readTree(Run.of("check", "--format", "sarif", file).out());

    assertThat(log.at("/runs/0/results/0/ruleId").asText()).isEqualTo("TC703");
    assertThat(log.at("/runs/0/results/0/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(log.at("/runs/0/results/0/suppressions/0/justification").asText())
        .isEqualTo("until 2999-12-31: tuning");
  }

  @Test
  void everyProblemIsOneObjectOfAStableForm() throws IOException {
    Path wrong = write("wrong.yaml", WRONG);
    Path doubtful = write("doubtful.yaml", DOUBTFUL);
    Run run = Run.of("check", "--format", "json", wrong, doubtful, folder.resolve("no.yaml"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    Golden.compare("check-json", run.without(folder).out());
  }

  @Test
  void aMissingFileHidesNothingOfTheOthers() throws IOException {
    Path wrong = write("wrong.yaml", WRONG);
    Run run = Run.of("check", folder.resolve("wrongg.yaml"), wrong).without(folder);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("tocsin: wrongg.yaml: no such file\n  hint: did you mean 'wrong.yaml'?\n");
    assertThat(run.out())
        .contains("TC301")
        .endsWith("\n1 file, 1 rule, 1 error, 0 warnings, 1 unreadable\n");
  }

  @Test
  void aDirectoryStandsForTheRuleFilesBelowIt() throws IOException {
    write("a.yaml", GOOD);
    write("deep/b.yml", WRONG);
    write("deep/notes.txt", "nothing");
    write(".hidden/c.yaml", WRONG);
    Run run = Run.of("check", folder, folder.resolve("a.yaml"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith("2 files, 2 rules, 1 error, 0 warnings\n");
  }

  @Test
  void aDirectoryWithoutRuleFilesIsUnreadable() {
    Run run = Run.of("check", folder);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: "
                + folder
                + ": no rule files in it\n  hint: rule files are *.yaml and *.yml\n");
  }

  @Test
  void aFileWithoutPermissionIsUnreadable() throws IOException {
    Path locked = write("locked.yaml", GOOD);
    assertThat(locked.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(locked)).as("root reads everything").isFalse();
    Run run = Run.of("check", locked).without(folder);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("tocsin: locked.yaml: permission denied\n");
  }

  @Test
  void aTraceIsNoRuleFile() throws IOException {
    Run run = Run.of("check", write("trace.jsonl", "{}")).without(folder);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: trace.jsonl: is a trace, expected a rule file\n");
  }

  @Test
  void warningsFailWhereAskedFor() throws IOException {
    Path doubtful = write("doubtful.yaml", DOUBTFUL);

    assertThat(Run.of("check", doubtful).exitCode()).isZero();
    assertThat(Run.of("check", "--strict", doubtful).exitCode()).isEqualTo(1);
  }

  @Test
  void channelsAreCheckedWhereTheyAreKnown() throws IOException {
    Path file = write("a.yaml", GOOD);

    assertThat(Run.of("check", "--channels", "email,slack", file).exitCode()).isZero();
    Run run = Run.of("check", "--channels", "email,slak", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("TC312", "did you mean 'slak'?");
  }

  @Test
  void onATerminalProblemsAreColoured() throws IOException {
    Path doubtful = write("doubtful.yaml", DOUBTFUL);

    assertThat(Run.on(new Screen(true, 80), "check", doubtful).out()).contains("\033[1;33mwarning");
    assertThat(Run.on(new Screen(true, 80), "check", "--color", "never", doubtful).out())
        .doesNotContain("\033[");
  }

  @Test
  void withoutAFileTheUsageIsWrong() {
    Run run = Run.of("check");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: missing required parameter: 'FILE'");
  }

  @Test
  void aReplayShowsWarningsAndGoesOn() throws IOException {
    Path doubtful = write("doubtful.yaml", DOUBTFUL);
    Run run =
        Run.of("replay", "--json", doubtful, write("trace.jsonl", "{\"time\":1790000000000}\n"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("warning TC343");
    assertThat(run.out()).startsWith("{");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  private static Path example(String name) {
    return Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")), "examples", name);
  }
}
