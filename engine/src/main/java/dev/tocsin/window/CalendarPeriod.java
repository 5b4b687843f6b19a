package dev.tocsin.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/** Periods of the calendar. A day has 23 to 25 hours where clocks are changed. */
public enum CalendarPeriod {
  MINUTE,
  HOUR,
  DAY,
  /** From Monday. */
  WEEK,
  MONTH;

  /** When the period that contains a time begins. */
  public ZonedDateTime start(ZonedDateTime time) {
    LocalDate date = time.toLocalDate();
    ZoneId zone = time.getZone();
    return switch (this) {
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> startOfHour(time);
      case DAY -> date.atStartOfDay(zone);
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
      case MONTH -> date.withDayOfMonth(1).atStartOfDay(zone);
    };
  }

  /** When the period that begins at a time ends and the next begins. */
  public ZonedDateTime end(ZonedDateTime start) {
    LocalDate date = start.toLocalDate();
    ZoneId zone = start.getZone();
    return switch (this) {
      case MINUTE -> start.plusMinutes(1);
      case HOUR -> endOfHour(start);
      case DAY -> date.plusDays(1).atStartOfDay(zone);
      case WEEK -> date.plusWeeks(1).atStartOfDay(zone);
      case MONTH -> date.plusMonths(1).atStartOfDay(zone);
    };
  }

  // Clocks may be changed by half an hour, in the middle of an hour: it ends there.

  private static ZonedDateTime startOfHour(ZonedDateTime time) {
    Instant hour = time.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
    ZoneOffsetTransition change =
        time.getZone().getRules().previousTransition(time.toInstant().plusNanos(1));
    Instant start =
        change != null && change.getInstant().isAfter(hour) ? change.getInstant() : hour;
    return start.atZone(time.getZone());
  }

  private static ZonedDateTime endOfHour(ZonedDateTime start) {
    Instant hour = start.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    ZoneOffsetTransition change = start.getZone().getRules().nextTransition(start.toInstant());
    Instant end = change != null && change.getInstant().isBefore(hour) ? change.getInstant() : hour;
    return end.atZone(start.getZone());
  }
}
