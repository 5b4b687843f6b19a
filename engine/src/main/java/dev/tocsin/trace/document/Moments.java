package dev.tocsin.trace.document;

import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.EpochMillis;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in the ways in which sources write them, as nanoseconds since the epoch. */
public final class Moments {
  private static final int NANOS_OF_SECONDS = 9;

  private Moments() {}

  /** Nanoseconds; 0 is unknown, as protobuf has it. */
  public static long ofNanos(Value value) throws UnfitException {
    long nanos = value.count();
    return nanos == 0 ? Event.UNKNOWN : nanos;
  }

  /** Seconds and nanoseconds in a list of two, as OpenTelemetry for JavaScript has it. */
  public static long ofPair(Value value) throws UnfitException {
    if (value.items().size() != 2) {
      throw value.wrong("[seconds, nanoseconds]");
    }
    BigDecimal seconds = value.items().get(0).number();
    long nanos = value.items().get(1).count();
    if (seconds == null || nanos == Event.UNKNOWN) {
      throw value.wrong("[seconds, nanoseconds]");
    }
    try {
      return Math.addExact(ofSeconds(value, seconds), nanos);
    } catch (ArithmeticException e) {
      throw value.outOfRange();
    }
  }

  /** ISO-8601, in UTC where it names no zone, or epoch milliseconds. */
  public static long ofIsoOrMillis(Value value) throws UnfitException {
    if (value.absent()) {
      return Event.UNKNOWN;
    }
    if (value.node() == null || !value.node().isTextual()) {
      BigDecimal millis = value.number();
      return millis == null ? Event.UNKNOWN : ofMillis(value, millis);
    }
    return ofIso(value, value.node().textValue());
  }

  private static long ofIso(Value value, String text) throws UnfitException {
    try {
      long nanos =
          Instants.toNanos(instant(text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")));
      if (nanos < 0) {
        throw new UnfitException(value.field() + " is before 1970: " + Value.shortened(text));
      }
      return nanos;
    } catch (DateTimeException e) {
      throw value.wrong("ISO-8601 or epoch milliseconds");
    } catch (ArithmeticException e) {
      throw value.outOfRange();
    }
  }

  private static Instant instant(String text) {
    return (Instant)
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text, Instant::from, time -> LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
  }

  private static long ofMillis(Value value, BigDecimal millis) throws UnfitException {
    try {
      return EpochMillis.nanos(value.field(), millis);
    } catch (BadEventException e) {
      throw new UnfitException(String.valueOf(e.getMessage()));
    }
  }

  private static long ofSeconds(Value value, BigDecimal seconds) throws UnfitException {
    if (seconds.signum() < 0) {
      throw new UnfitException(
          value.field() + " is before 1970: " + Value.shortened(seconds.toString()));
    }
    try {
      return Decimals.scaled(seconds, NANOS_OF_SECONDS);
    } catch (ArithmeticException e) {
      throw value.outOfRange();
    }
  }
}
