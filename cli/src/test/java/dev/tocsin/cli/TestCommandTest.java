package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TestCommandTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final Path EXAMPLE = ROOT.resolve("examples/alert_rules_small_test.yaml");
  private static final Path RESOURCES = ROOT.resolve("cli/src/test/resources/test");
  private static final Pattern SECONDS =
      Pattern.compile("(?<=  |\\()\\d+\\.\\d\\d s(?=\\)?$)", Pattern.MULTILINE);
  private static final Pattern XML_SECONDS = Pattern.compile("time=\"\\d+\\.\\d{3}\"");

  private static final String RULES =
      """
      rules:
        - {name: slow, type: performance, condition: p95(latency) over 1m > 2s, channels: [slack]}
        - {name: spend, type: cost, condition: sum(cost) over 1h > 100, channels: [email]}
      """;
  private static final String SLOW_CALLS = "events: [{every: 1s, for: 2m, latency: 3s, cost: $0}]";
  private static final String TESTS =
      """
      rules: [rules.yaml]
      tests:
        - name: slow answers are told
          %1$s
          expect: [{alert: slow, fires: true, sent_to: [slack]}]
        - name: slow answers are not expected
          %1$s
          expect: [{no_other_alerts: true}]
      """
          .formatted(SLOW_CALLS);

  @TempDir private Path folder = Path.of("");

  @Test
  void theTestsOfTheExamplesPass() {
    Run run = Run.of("test", EXAMPLE);

    assertThat(run.out()).contains("3 tests in 1 file: 3 passed, 0 failed (");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void eachExpectationThatIsBrokenShowsWhatHappenedAround() throws IOException {
    Path broken = RESOURCES.resolve("broken_test.yaml");
    Run run = Run.of("test", broken).without(ROOT);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    Golden.compare("test-broken-expectations", masked(run.out()));
    assertThat(run.out().lines().filter(line -> line.contains(": expected that ")))
        .hasSameSizeAs(expectations(broken));
  }

  private static List<String> expectations(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.startsWith("      - {")).toList();
  }

  @Test
  void allTyposAreToldAtOnce() {
    Run run = Run.of("test", RESOURCES.resolve("typos_test.yaml")).without(ROOT);

    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare("test-typos", run.err());
    Golden.compare("test-typos-out", masked(run.out()));
  }

  @Test
  void buildServersReadTheResults() throws Exception {
    write("rules.yaml", RULES);
    write("a_test.yaml", TESTS + unreadable());
    write("b_test.yaml", "rules: [rules.yaml]\ntests: [{name: b, expects: []}]\n");
    write("lost.jsonl", "garbage\n");
    Path xml = folder.resolve("reports/tocsin.xml");
    Run run = Run.of("test", "--junit-xml", xml, folder);

    assertThat(run.exitCode()).isEqualTo(1);
    String text = Files.readString(xml).replace(folder + "/", "");
    Golden.compare("test-junit-xml", XML_SECONDS.matcher(text).replaceAll("time=\"T\""));
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
    assertCounts((Element) document.getElementsByTagName("testsuite").item(0), 3, 1, 1);
    assertCounts((Element) document.getElementsByTagName("testsuite").item(1), 1, 0, 1);
  }

  private static void assertCounts(Element suite, int tests, int failures, int errors) {
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(tests);
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(failures);
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(errors);
    assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(tests));
    assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
    assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(errors));
  }

  @Test
  void namesThatXmlCannotHoldAreWrittenAllTheSame() throws Exception {
    write("rules.yaml", RULES);
    Path file =
        write(
            "a\u0001_test.yaml",
            """
            rules: [rules.yaml]
            tests:
              - name: "<a> & \\"b\\" \\u0007"
                %s
                expect: [{alert: slow, never: fires}]
            """
                .formatted(SLOW_CALLS));
    Path xml = folder.resolve("tocsin.xml");
    Run.of("test", "--junit-xml", xml, file);

    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
    Element test = (Element) document.getElementsByTagName("testcase").item(0);
    assertThat(test.getAttribute("name")).isEqualTo("<a> & \"b\" ?");
    assertThat(test.getAttribute("classname")).endsWith("a?_test.yaml");
  }

  @Test
  void aTraceThatCannotBeReadFailsItsTestAlone() throws IOException {
    write("rules.yaml", RULES);
    write("garbage.jsonl", "no events here\n");
    write("empty.jsonl", "");
    Files.write(folder.resolve("cut.jsonl.gz"), cut());
    Run run =
        Run.of(
                "test",
                write(
                    "a_test.yaml",
                    TESTS
                        + onTrace("garbage.jsonl")
                        + onTrace("empty.jsonl")
                        + onTrace("cut.jsonl.gz")))
            .without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("5 tests in 1 file: 1 passed, 4 failed (");
    Golden.compare("test-unreadable-traces", masked(run.out()));
  }

  @Test
  void someTestsCanBeChosen() throws IOException {
    write("rules.yaml", RULES);
    Path file = write("a_test.yaml", TESTS);

    Run run = Run.of("test", "--only", "are told", file);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 test in 1 file: 1 passed, 0 failed (");

    Run none = Run.of("test", "--only", "nothing", file);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("tocsin: no test has 'nothing' in its name\n");
  }

  @Test
  void howManyRunAtOnceMakesNoDifference() throws IOException {
    write("rules.yaml", RULES);
    Path file = write("a_test.yaml", TESTS);

    assertThat(masked(Run.of("test", "--jobs", 1, file).out()))
        .isEqualTo(masked(Run.of("test", "--jobs", 7, file).out()));
    Run none = Run.of("test", "--jobs", 0, file);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("tocsin: --jobs must be at least 1\n");
  }

  @Test
  void whatNoTestHasSeenIsListed() throws IOException {
    // so wide that it does not matter how long the path of the checkout is
    Run run = Run.on(new Screen(false, 1_000), "test", "--coverage", EXAMPLE).without(ROOT);

    assertThat(run.exitCode()).isZero();
    Golden.compare("test-coverage", masked(run.out()));
  }

  @Test
  void changesThatNoTestNoticesAreListed() throws IOException {
    write(
        "mutated.yaml",
        """
        rules:
          - {name: slow, condition: max(latency) over 1m > 2s, severity: warning, channels: [slack]}
        """);
    Path file =
        write(
            "mutated_test.yaml",
            """
            rules: [mutated.yaml]
            tests:
              - name: slow
                events: [{every: 1s, for: 2m, latency: 2.2s}]
                expect: [{alert: slow, fires: true}]
            """);

    Run run = Run.of("test", "--mutate", "--min-noticed", 90, file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("tests notice 2 of 6 changes of its rules (33%)")
        .contains("threshold 2s -> 1.6s", "severity warning -> critical", "window 1m -> 2m")
        .doesNotContain("threshold 2s -> 2.4s", "operator > -> <");
    assertThat(run.err()).isEqualTo("tocsin: tests notice less than 90% (--min-noticed)\n");
    assertThat(Run.of("test", "--mutate", "--min-noticed", 30, file).exitCode()).isZero();
  }

  @Test
  void seeingTooLittleOfTheRulesFails() throws IOException {
    write("rules.yaml", RULES);
    Path file = write("a_test.yaml", TESTS);

    assertThat(Run.of("test", "--only", "told", "--min-coverage", 37, file).exitCode()).isZero();
    Run run = Run.of("test", "--only", "told", "--min-coverage", 38, file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("tocsin: tests see 37% of the rules, less than 38% (--min-coverage)\n");
    Run wrong = Run.of("test", "--min-coverage", 101, file);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).isEqualTo("tocsin: --min-coverage must be 0 to 100\n");
  }

  @Test
  void whereThereIsNoTestNothingPasses() throws IOException {
    Run folderAlone = Run.of("test", folder).without(folder);
    assertThat(folderAlone.exitCode()).isEqualTo(2);
    assertThat(folderAlone.err())
        .contains("no test files in it\n  hint: test files are *_test.yaml");

    Run missing = Run.of("test", folder.resolve("a_test.yaml")).without(folder);
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).startsWith("tocsin: a_test.yaml: no such file\n");

    write("rules.yaml", RULES);
    Run empty = Run.of("test", write("a_test.yaml", "rules: [rules.yaml]\ntests: []\n"));
    assertThat(empty.exitCode()).isNotZero();
  }

  @Test
  void filesBelowFoldersAreFoundOnce() throws IOException {
    write("rules.yaml", RULES);
    String test = "rules: [%s]\ntests: [{name: a, %s, expect: [{alert: slow, fires: true}]}]\n";
    Path a = write("a_test.yaml", test.formatted("rules.yaml", SLOW_CALLS));
    write("deep/b_tests.yml", test.formatted("../rules.yaml", SLOW_CALLS));
    write("deep/test.yaml", test.formatted("../rules.yaml", SLOW_CALLS));
    write("deep/latest.yaml", "no test");
    write("target/c_test.yaml", "no test");
    write(".git/d_test.yaml", "no test");
    Run run = Run.of("test", folder.resolve("deep/.."), a, folder.resolve("./a_test.yaml"));

    assertThat(run.out()).contains("3 tests in 3 files: 3 passed, 0 failed (");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void problemsGoToStandardErrorAndResultsToStandardOutput() throws IOException {
    write("rules.yaml", RULES);
    write("a_test.yaml", "rules: [rules.yaml]\ntests: [{name: b, expects: []}]\n");
    write("b_test.yaml", TESTS);
    Run run = Run.of("test", folder).without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error TC").doesNotContain("FAIL");
    assertThat(run.out())
        .contains("not run: the file has errors", "FAIL", "1 file with errors")
        .doesNotContain("error TC");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTraceThatCanBeReadOnlyOnceIsAMistakeOfItsFile() throws IOException {
    write("rules.yaml", RULES);
    Run run = Run.of("test", write("a_test.yaml", TESTS + onTrace("/dev/null"))).without(folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "a_test.yaml:9:", "'/dev/null' can be read only once", "write it to a file first");
    assertThat(run.out()).contains("not run: the file has errors");
  }

  private static String unreadable() {
    return onTrace("lost.jsonl");
  }

  private static String onTrace(String name) {
    return "  - {name: on %s, trace: %s, expect: [{alert: slow, fires: true}]}\n"
        .formatted(name, name);
  }

  private static byte[] cut() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 2_000; i++) {
        String line =
            "{\"time\":%d,\"model\":\"m%x\"}%n"
                .formatted(1_790_000_000_000L + i * 1_000L, i * 7919);
        zipped.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }

  private static String masked(String text) {
    return SECONDS.matcher(text).replaceAll("N s");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }
}
