package dev.tocsin.window;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

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
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
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
      case HOUR -> start.plusHours(1);
      case DAY -> date.plusDays(1).atStartOfDay(zone);
      case WEEK -> date.plusWeeks(1).atStartOfDay(zone);
      case MONTH -> date.plusMonths(1).atStartOfDay(zone);
    };
  }
}
