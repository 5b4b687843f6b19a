package dev.tocsin.testkit.field;

import dev.tocsin.api.Instants;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.TimePoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When what a test writes is, in a trace.
 *
 * @param start of the trace
 * @param zone in which times without a zone are written
 */
public record Moments(Instant start, ZoneId zone) {
  /** A year that is far off, and from which nanoseconds do not overflow soon. */
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Instant FIRST = Instant.parse("1700-01-01T00:00:00Z");

  /** The last moment that is counted with. */
  public static final long END = Instants.toNanos(LAST);

  /** The start in nanoseconds since the epoch; empty where it is too far off. */
  public Optional<Long> startNanos() {
    return start.isBefore(FIRST) || start.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(Instants.toNanos(start));
  }

  /** Nanoseconds since the epoch; empty where it is too far off, which is reported. */
  public Optional<Long> nanos(Located<TimePoint> time, Diagnostics diagnostics) {
    try {
      Instant instant = time.value().in(start, zone);
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return Optional.of(Instants.toNanos(instant));
      }
    } catch (DateTimeException | ArithmeticException e) {
      // beyond what instants can be
    }
    diagnostics.error(
        Code.BAD_TIME,
        time.span(),
        "'" + time.span().text() + "' is too far away",
        "times are between " + FIRST + " and " + LAST);
    return Optional.empty();
  }

  /** Later by so much, at most the end. */
  public static long later(long nanos, long by) {
    return by >= END - nanos ? END : nanos + by;
  }
}
