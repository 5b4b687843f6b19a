package dev.tocsin.testkit.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.diagnostic.DiagnosticText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in a test file beside good rules, its author gets diagnostics. */
class HostileTestFilesTest {
  private static final String RULES =
      """
      metrics: {tail: p95(latency)}
      routes: {receiver: chat, group_by: [rule]}
      receivers: [{name: chat, channels: [slack, email]}]
      rules:
        - {name: slow, condition: tail over 1m > 2s, then: [rollback]}
        - {name: spend, condition: sum(cost) by user over 1h > 10}
        - {name: unjudged, condition: avg(score.relevance) over 5m < 0.7}
        - {name: asleep, condition: count() over 1m > 1, enabled: false}
      """;
  private static final String TRACE = "{\"time\":\"2026-03-01T10:00:00Z\",\"latency_ms\":5}\n";
  private static final String GOOD =
      """
      rules: [rules.yaml]
      zone: Europe/Berlin
      tests:
        - name: recorded
          trace: [a.jsonl]
          until: day 2 10:00
          inject:
            - {at: 10:00, for: 5m, where: {model: m}, multiply: {latency: 2}}
            - {at: +5m, set: {score.relevance: 0.2}, share: 50%}
          expect:
            - {alert: spend, of: {user: u}, fires: {within: 5m, after: 10:00}, value: $11}
            - {alert: slow, sent_to: [slack], receivers: [chat], does: [rollback]}
            - {alert: spend, of: {user: u}, at: 11:05, value: $5, tolerance: 5%}
            - {message: {to: slack, alerts: [slow], between: [11:00, 12:00]}}
            - {value: tail over 5m, at: +5m, is: -2s}
            - {trace: {calls: 12, cost: $1}}
        - name: generated
          start: 2026-03-01T10:00:00Z
          events: [{every: 1s, for: 1m, latency: normal(1s 2s), score.relevance: 0.1..0.5}]
          expect: [{alert: slow}, {no_other_alerts: true}]
      """;
  private static final List<String> WORDS = words();

  private static Path folder = Path.of("");

  @BeforeContainer
  static void write() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "hostile");
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    Files.writeString(folder.resolve("a.jsonl"), TRACE);
    Files.writeString(folder.resolve("a_test.yaml"), GOOD);
    assertThat(RuleTestFile.check(folder.resolve("a_test.yaml")).diagnostics()).isEmpty();
  }

  @AfterContainer
  static void remove() throws IOException {
    for (String name : List.of("rules.yaml", "a.jsonl", "a_test.yaml", "")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  /** Words of the file stand where others did. */
  @Property(tries = 400)
  void wordsAreMixedUp(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (String word : WORDS) {
      boolean same = random.nextInt(WORDS.size()) > 2;
      text.append(same ? word : WORDS.get(random.nextInt(WORDS.size())));
    }
    check(text.toString());
  }

  @Property(tries = 400)
  void aValueIsAnother(@ForAll("places") int place, @ForAll("values") String value)
      throws IOException {
    List<String> words = new ArrayList<>(WORDS);
    words.set(place, value);
    check(String.join("", words));
  }

  private static void check(String text) throws IOException {
    Path file = folder.resolve("a_test.yaml");
    Files.writeString(file, text);
    CheckedTests checked = RuleTestFile.check(file);
    checked.diagnostics().forEach(each -> assertThat(DiagnosticText.render(each)).isNotEmpty());
    assertThat(checked.hasErrors() && !checked.tests().isEmpty()).isFalse();
  }

  /** Names, numbers and single signs, which make the text when they are put together. */
  private static List<String> words() {
    return Arrays.asList(GOOD.split("(?<=\\W)|(?=\\W)"));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, WORDS.size() - 1);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "",
        "0",
        "-1",
        "1e9",
        "99999999999999999999999999",
        "'",
        "[]",
        "{}",
        "~",
        "x",
        "day 9999",
        "+200y",
        "+100000d",
        "1700-01-01 00:00",
        "2199-12-31 23:59",
        "..",
        "/",
        "a.jsonl",
        "*",
        "count()",
        "count() by user",
        "\"\\0\"",
        "rules.yaml",
        ".",
        "5%",
        "$5");
  }
}
