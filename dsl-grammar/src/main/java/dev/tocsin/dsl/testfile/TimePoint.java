package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.syntax.NumberText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in a recorded trace, as people write it. */
public sealed interface TimePoint {
  /** How times may be written. */
  String EXAMPLES =
      "write times as 10:05, day 2 10:05, 2026-03-01 10:05, 2026-03-01T10:05:00Z, or +15m after the"
          + " first event";

  /** The moment that is meant, in a trace that begins at a time, in a zone. */
  Instant in(Instant start, ZoneId zone);

  /** The date and time of day that are written or meant; empty where it is not one of a zone. */
  default Optional<LocalDateTime> local(Instant start, ZoneId zone) {
    return Optional.empty();
  }

  /** A moment. */
  record Moment(Instant instant) implements TimePoint {
    @Override
    public Instant in(Instant start, ZoneId zone) {
      return instant;
    }
  }

  /** A date and a time of day. */
  record Local(LocalDateTime time) implements TimePoint {
    @Override
    public Instant in(Instant start, ZoneId zone) {
      return time.atZone(zone).toInstant();
    }

    @Override
    public Optional<LocalDateTime> local(Instant start, ZoneId zone) {
      return Optional.of(time);
    }
  }

  /**
   * A time of day.
   *
   * @param day of the trace, from 1; 0 for the day on which the trace begins, or the next where
   *     that would be more than half a day before it begins
   * @param time of that day
   */
  record OfDay(int day, LocalTime time) implements TimePoint {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    @Override
    public Instant in(Instant start, ZoneId zone) {
      return written(start, zone).atZone(zone).toInstant();
    }

    /** Each day by itself: a time that clocks jump over on one day exists on the next. */
    private LocalDateTime written(Instant start, ZoneId zone) {
      LocalDateTime onFirst = LocalDate.ofInstant(start, zone).atTime(time);
      if (day > 0) {
        return onFirst.plusDays(day - 1L);
      }
      boolean passed = onFirst.atZone(zone).toInstant().isBefore(start.minus(HALF_A_DAY));
      return passed ? onFirst.plusDays(1) : onFirst;
    }

    @Override
    public Optional<LocalDateTime> local(Instant start, ZoneId zone) {
      return Optional.of(written(start, zone));
    }
  }

  /** So long after the first event. */
  record AfterStart(Duration length) implements TimePoint {
    @Override
    public Instant in(Instant start, ZoneId zone) {
      return start.plus(length);
    }
  }

  /** Reads a time; empty where it is none. */
  static Optional<TimePoint> parse(String text) {
    String written = text.strip();
    try {
      return Optional.of(Reading.of(written));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What is tried in turn. */
  final class Reading {
    private static final Pattern OF_DAY =
        Pattern.compile("(?:day ([1-9][0-9]{0,3}) )?([0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?)");
    private static final Pattern ZONED = Pattern.compile(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})");

    private Reading() {}

    private static TimePoint of(String written) {
      Matcher ofDay = OF_DAY.matcher(written);
      if (ofDay.matches()) {
        int day = ofDay.group(1) == null ? 0 : Integer.parseInt(ofDay.group(1));
        return new OfDay(day, timeOfDay(ofDay.group(2)));
      }
      if (written.startsWith("+")) {
        return new AfterStart(length(written.substring(1).strip()));
      }
      if (ZONED.matcher(written).matches()) {
        return new Moment(OffsetDateTime.parse(written).toInstant());
      }
      return new Local(LocalDateTime.parse(written.replace(' ', 'T')));
    }

    private static LocalTime timeOfDay(String written) {
      return LocalTime.parse(written.indexOf(':') == 1 ? "0" + written : written);
    }

    private static Duration length(String written) {
      if (NumberText.read(written) instanceof NumberText.Reading.Value number
          && NumberText.isTime(number.unit())) {
        return NumberText.duration(number.value(), number.unit())
            .orElseThrow(() -> new DateTimeException(written));
      }
      throw new DateTimeException(written);
    }
  }
}
