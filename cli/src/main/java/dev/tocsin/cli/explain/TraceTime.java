package dev.tocsin.cli.explain;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.replay.TraceSpan;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A time of a trace as a user writes it: an instant, or a time of day of its only day. */
final class TraceTime {
  private TraceTime() {}

  /**
   * Reads it; for a time of day the whole trace is read first.
   *
   * @throws CommandFailure when it is none
   */
  static Instant parse(String text, Path trace, TraceFormats formats) throws IOException {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      LocalTime time = timeOfDay(text.strip());
      InputFiles.checkTraceReadAgain(trace, "for a time of day it is read twice");
      TraceSpan span =
          TraceSpan.of(trace, formats)
              .orElseThrow(
                  () -> CommandFailure.usage(trace + ": no event in it", Optional.empty()));
      LocalDate day = day(span.first());
      if (!day.equals(day(span.last()))) {
        throw CommandFailure.usage(
            "--at: the trace has more than one day, " + day + " to " + day(span.last()),
            Optional.of("--at " + day + "T" + time + "Z"));
      }
      return day.atTime(time).toInstant(ZoneOffset.UTC);
    }
  }

  private static LocalTime timeOfDay(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          "--at: '" + text + "' is no time",
          Optional.of("write it as 2026-10-03T10:15:00Z or, for a trace of one day, 10:15"));
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
