package dev.tocsin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.testfile.WrittenTrace;
import dev.tocsin.trace.EventSource;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is written under {@code events:} and {@code inject:}, nothing throws. */
class RandomTracesTest {
  private static final List<String> KEYS =
      List.of(
          "at",
          "every",
          "for",
          "over",
          "count",
          "seed",
          "score_delay",
          "deployment",
          "measure",
          "where",
          "share",
          "set",
          "multiply",
          "add",
          "drop",
          "lose",
          "delay",
          "shift",
          "repeat",
          "duplicate",
          "model",
          "latency",
          "cost",
          "status",
          "user",
          "cache_hit",
          "score.x",
          "attr.y",
          "answer_relevance",
          "output_tokens",
          "name",
          "value",
          "labels",
          "prompt",
          "version",
          "measure.z",
          "id",
          "<<",
          "?");

  private static final List<String> VALUES =
      List.of(
          "1s",
          "10m",
          "0",
          "-1h",
          "3",
          "1e9",
          "1e-999",
          "$5",
          "30%",
          "292y",
          "106751d",
          "10:00",
          "day 9999 10:00",
          "2026-03-01T10:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "+106751d",
          "1..5",
          "..",
          "1..",
          "u{1..30}",
          "u{999999999..0}",
          "{1..",
          "normal(1 2)",
          "normal(",
          "normal()",
          "lognormal(1e9 1e9)",
          "exponential(1ns)",
          "uniform(1e300 1e301)",
          "true",
          "false",
          "~",
          "",
          "ok",
          "error",
          "'model == \"a\"'",
          "'latency > 3'",
          "'('",
          "gpt-4o",
          "[a, b]",
          "[]",
          "{}",
          "{ok: 90%, error: 10%}",
          "{latency: 2}",
          "{answer_relevance: -1}",
          "{cost: 1..9}",
          "{prompt: a, version: b}",
          "{name: a, value: 3..9, labels: {x: [a, b]}}",
          "{model: a}",
          "[answer_relevance]",
          "9223372036854775807",
          "9999999",
          "é\uD83D\uDE00",
          "*a",
          "&a x",
          "!x",
          "${HOME}",
          "\"\\x00\"",
          "|");

  @Provide
  Arbitrary<String> entries() {
    Arbitrary<String> values =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of(VALUES)),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    Arbitrary<String> pairs =
        Combinators.combine(Arbitraries.of(KEYS), values).as((key, value) -> key + ": " + value);
    return pairs.list().ofMaxSize(6).map(all -> "{" + String.join(", ", all) + "}");
  }

  @Property(tries = 3000)
  void onlyDiagnosticsComeOfThem(
      @ForAll("entries") String first,
      @ForAll("entries") String second,
      @ForAll("entries") String fault)
      throws IOException {
    WrittenTrace written =
        WrittenTrace.read(
            "events:\n  - "
                + first
                + "\n  - "
                + second
                + "\n  - {every: 1s, for: 60s, id: \"c{1..60}\", answer_relevance: 0.5}\ninject:\n  - "
                + fault
                + "\n");

    assertThat(written.told()).isNotNull();
    try (EventSource events = written.faults().edits().apply(written.trace().events())) {
      int read = 0;
      while (read < 200 && events.next() != null) {
        read++;
      }
    }
  }

  @Property(tries = 500)
  void anyTextAtAllIsReadOrReported(@ForAll String text) {
    assertThat(WrittenTrace.read("events: " + text).told()).isNotNull();
    assertThat(WrittenTrace.read("inject: " + text).told()).isNotNull();
  }
}
