package dev.tocsin.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever stands in a test file, its author gets diagnostics with places inside of it. */
class HostileTestFilesTest {
  private static final String GOOD =
      """
      rules: [a.yaml]
      zone: Europe/Berlin
      tests:
        - name: all
          trace: [a.jsonl, b.jsonl]
          until: day 2 10:00
          drain: true
          allowed_lateness: 30s
          inject: [{at: 10:00, for: 5m, where: {model: m}, multiply: {latency: 2}}]
          expect:
            - {alert: slow, of: {user: u}, pending: 10:00, fires: {within: 5m, after: 10:00}}
            - {alert: slow, resolves: [10:00, 10:05], severity: info, labels: {exactly: {a: b}}}
            - {alert: slow, sent_to: [slack], value: 5%, tolerance: 1%}
            - {alert: slow, never: [fires, sent], during: {before: 10:00}}
            - {alert: slow, at: 10:00, is: firing}
            - {message: {to: slack, alerts: [slow], cause: news, times: 2, between: [9:00, 10:00]}}
            - {value: count() over 5m, at: +5m, is: -2}
            - {trace: {calls: 12, cost: $1}}
            - {no_other_alerts: true}
        - name: generated
          start: 2026-03-01T10:00:00Z
          events: [{every: 1s, for: 1m, latency: normal(1s 2s), score.a: 0.1..0.5}]
          expect: [{alert: slow}]
      """;

  @Test
  void theSeedIsRight() {
    Diagnostics found = new Diagnostics();
    TestFile file = TestFileReader.read(new Source("test.yaml", GOOD), found);

    assertThat(found.all()).isEmpty();
    assertThat(file.tests()).hasSize(2);
    assertThat(file.tests().get(0).expect()).hasSize(9);
  }

  @Property
  void anyTextIsRead(@ForAll("texts") String text) {
    read(text);
  }

  /** One place of a right file is not what it was. */
  @Property
  void aTypingErrorAnywhereIsSurvived(
      @ForAll("places") int from, @ForAll("lengths") int length, @ForAll("insertions") String in) {
    int end = Math.min(GOOD.length(), from + length);
    read(GOOD.substring(0, from) + in + GOOD.substring(end));
  }

  private static void read(String text) {
    Diagnostics found = new Diagnostics();
    TestFileReader.read(new Source("test.yaml", text), found);
    for (Diagnostic each : found.all()) {
      assertThat(each.span().start()).isBetween(0, text.length());
      assertThat(DiagnosticText.render(each)).startsWith("test.yaml:");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "rules",
            "tests",
            "name",
            "trace",
            "events",
            "expect",
            "alert",
            "fires",
            "never",
            "at",
            "value",
            "message",
            "{",
            "}",
            "[",
            "]",
            ": ",
            ", ",
            "\n",
            "\n  ",
            "- ",
            "&a ",
            "*a",
            "<<: *a",
            "!!int ",
            "'",
            "\"",
            "#",
            "|\n",
            "true",
            "10:00",
            "5m",
            "$1",
            "5%",
            "null",
            "~",
            "? ",
            "\t",
            "é",
            "\uD83D\uDE00");
    return words.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, GOOD.length());
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.integers().between(0, 12);
  }

  @Provide
  Arbitrary<String> insertions() {
    return Arbitraries.of(
        "",
        "{}",
        "[]",
        "~",
        "-",
        ": ",
        "\n",
        "'",
        "*x",
        "5",
        "-5",
        "1e9",
        "99999999999d",
        "%",
        "{",
        "[",
        "true",
        "10:00",
        "[[[[[[[[[[[[[[[[[[[[[[[[[",
        "\0");
  }
}
