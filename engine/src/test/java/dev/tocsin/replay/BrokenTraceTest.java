package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.TraceException.Kind;
import dev.tocsin.trace.Compressed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces that are broken in part or altogether. */
class BrokenTraceTest {
  private static final Plan PLAN =
      Rules.parse("rules.yaml", "rules: [{name: busy, condition: count() over 1m > 2}]");
  private static final Instant START = Instant.parse("2026-10-03T10:00:00Z");

  @TempDir Path folder;

  @Test
  void aMissingFile() {
    assertUnreadable(folder.resolve("none.jsonl"), "no such file");
  }

  @Test
  void aFolder() {
    assertUnreadable(folder, "is a folder, not a trace");
  }

  @Test
  void nothingInIt() throws IOException {
    assertUnreadable(write(new byte[0]), "the trace is empty");
    assertUnreadable(write(Compressed.gzip("")), "the trace is empty");
    assertUnreadable(write(Compressed.zstd("")), "the trace is empty");
    assertUnreadable(write("\n \r\n\n".getBytes(StandardCharsets.UTF_8)), "the trace is empty");
  }

  @Test
  void noEventInIt() throws IOException {
    Path trace = write("time,tokens\n1,2\n".getBytes(StandardCharsets.UTF_8));

    assertUnreadable(
        trace,
        "none of 2 lines is an event; the first: "
            + trace
            + ":1: no JSON: Unrecognized token 'time': was expecting (JSON String, Number, Array,"
            + " Object or token 'null', 'true' or 'false')");
  }

  @Test
  void compressedDataThatEndsEarlyIsToldWithTheLine() throws IOException {
    String text = String.join("\n", lines(60_000)) + "\n";
    byte[] gzip = Compressed.gzip(text);
    byte[] zstd = Compressed.zstd(text);

    assertThat(failure(write(Arrays.copyOf(gzip, gzip.length / 2))))
        .hasMessageMatching(
            ".*/trace: ends in the middle of its compressed data, after line [23][0-9]{4}");
    assertThat(failure(write(Arrays.copyOf(zstd, zstd.length / 2))))
        .as("its lines come out in large portions only")
        .hasMessageMatching(
            ".*/trace: ends in the middle of its compressed data, (after line [1-9][0-9]*|before its first line)");
  }

  @Test
  void theLineIsToldAlsoWhereNoEventWasDecidedYet() throws IOException {
    byte[] whole = Compressed.gzip(String.join("\n", lines(29)) + "\n");

    assertThat(failure(write(Arrays.copyOf(whole, whole.length - 4))))
        .hasMessageMatching(".*/trace: ends in the middle of its compressed data, after line 29");
  }

  @Test
  void damagedCompressedData() throws IOException {
    for (byte[] whole :
        List.of(
            Compressed.gzip("{\"time\":1790000000001}"),
            Compressed.zstd("{\"time\":1790000000001}"))) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, 10, damaged.length - 2, (byte) 0xff);

      assertThat(failure(write(damaged)))
          .hasMessageMatching(".*/trace: damaged compressed data before its first line \\(.+\\)");
    }
  }

  @Test
  void badLinesAreCountedAndReportedWithFileAndLine() throws IOException {
    List<String> lines = lines(300);
    lines.set(49, "{\"time\":\"2026-10-03T10:00:49Z\",\"input_tokens\":-1}");
    lines.set(99, "{\"time\":\"2099-01-01T00:00:00Z\"}");
    lines.set(149, "{\"time\":\"2026-10-03T09:00:00Z\"}");
    lines.add("");
    Path trace = write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    List<String> bad = new ArrayList<>();

    ReplaySummary summary = Replay.of(PLAN, trace).listener(collecting(bad)).run();

    assertThat(bad)
        .containsExactlyInAnyOrder(
            trace + ":50: input_tokens must not be negative: -1",
            trace
                + ":100: time 2099-01-01T00:00:00Z is 26,387 days after the lines before, and the"
                + " lines that follow do not agree");
    assertThat(summary.skipped()).isEqualTo(2);
    assertThat(summary.late()).isOne();
    assertThat(summary.events()).isEqualTo(297);
    assertThat(summary.until()).isEqualTo(START.plusSeconds(299));
  }

  @Test
  void reasonsDoNotDependOnTheLocale() throws IOException {
    List<String> lines = lines(300);
    lines.set(99, "{\"time\":\"2099-01-01T00:00:00Z\"}");
    Path trace = write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    List<String> bad = new ArrayList<>();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Replay.of(PLAN, trace).listener(collecting(bad)).run();
    } finally {
      Locale.setDefault(locale);
    }

    assertThat(bad).singleElement().asString().contains("26,387 days");
  }

  @Test
  void aPauseOfDaysIsReplayed() throws IOException {
    List<String> lines = lines(120);
    lines.add("{\"time\":\"2026-10-13T10:00:00Z\"}");

    ReplaySummary summary =
        Replay.of(PLAN, write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))).run();

    assertThat(summary.skipped()).isZero();
    assertThat(summary.events()).isEqualTo(121);
    assertThat(summary.until()).isEqualTo(Instant.parse("2026-10-13T10:00:00Z"));
    assertThat(summary.stillFiring()).as("the window has long been empty").isEmpty();
  }

  @Test
  void strictStopsAtTheFirstBadLine() throws IOException {
    List<String> lines = lines(300);
    lines.set(120, "{\"time\":\"2026-10-03T10:02:00\"}");
    lines.set(200, "x");
    Path trace = write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Replay.of(PLAN, trace).strict(true).run())
        .isInstanceOf(TraceException.class)
        .hasMessage(
            trace
                + ":121: time must be ISO-8601 with a zone, as in 2026-10-03T10:15:00.250Z, not"
                + " '2026-10-03T10:02:00'")
        .extracting(e -> ((TraceException) e).kind())
        .isEqualTo(Kind.BAD_LINE);
  }

  @Test
  void absurdTokenCountsLeaveTheCallUnpriced() throws IOException {
    Path trace =
        write(
            ("{\"time\":1790000000001,\"model\":\"gpt-4o\",\"input_tokens\":9223372036854775807,"
                    + "\"output_tokens\":9223372036854775807}")
                .getBytes(StandardCharsets.UTF_8));

    ReplaySummary summary = Replay.of(PLAN, trace).run();

    assertThat(summary.unpriced()).isOne();
    assertThat(summary.costUsd()).isZero();
  }

  @Test
  void hugeExponentsAsAttributesAreNotWrittenOut() throws IOException {
    Plan byTenant =
        Rules.parse(
            "rules.yaml", "rules: [{name: busy, condition: count() by attr.tenant over 1m > 0}]");
    Path trace =
        write("{\"time\":1790000000001,\"tenant\":1e999999999}".getBytes(StandardCharsets.UTF_8));

    assertThat(Replay.of(byTenant, trace).run().stillFiring())
        .singleElement()
        .satisfies(t -> assertThat(t.group()).containsEntry("attr.tenant", "1E+999999999"));
  }

  @Test
  void aNegativeLatenessIsRejected() {
    assertThatThrownBy(() -> Replay.of(PLAN, folder).allowedLateness(Duration.ofSeconds(-5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("allowed lateness must not be negative: PT-5S");
  }

  private static ReplayListener collecting(List<String> bad) {
    return new ReplayListener() {
      @Override
      public void badLine(BadLine line) {
        bad.add(line.toString());
      }
    };
  }

  private static void assertUnreadable(Path trace, String reason) {
    TraceException unreadable = failure(trace);

    assertThat(unreadable).hasMessage(trace + ": " + reason);
    assertThat(unreadable.kind()).isEqualTo(Kind.UNREADABLE);
  }

  private static TraceException failure(Path trace) {
    TraceException failure =
        catchThrowableOfType(TraceException.class, () -> Replay.of(PLAN, trace).run());
    assertThat(failure).isNotNull();
    return failure;
  }

  private static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add("{\"time\":\"%s\",\"id\":\"c%d\"}".formatted(START.plusSeconds(i), i));
    }
    return lines;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("trace"), bytes);
  }
}
