package dev.tocsin.testkit.backtest;

import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** Recorded traffic made up for tests: a call a second. */
final class Traces {
  static final Instant START = Instant.parse("2026-03-01T22:50:00Z");

  private Traces() {}

  /** Calls with such latencies, in milliseconds, by second. */
  static TraceInput of(Path folder, int seconds, IntUnaryOperator latencies) {
    return of(folder, "trace.jsonl", 0, seconds, latencies);
  }

  static TraceInput of(Path folder, String name, int from, int until, IntUnaryOperator latencies) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < until; i++) {
      lines.append(
          "{\"id\":\"c%d\",\"time\":\"%s\",\"latency_ms\":%d}%n"
              .formatted(i, START.plusSeconds(i), latencies.applyAsInt(i)));
    }
    try {
      Path file = Files.writeString(folder.resolve(name), lines);
      return new FileTrace(file, TraceFormats.discovered());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Replay replay(Plan plan, TraceInput trace) {
    return TraceRun.of(plan, trace).run();
  }
}
