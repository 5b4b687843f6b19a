package dev.tocsin.routing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Times that come again, such as working hours: at least one of its parts holds.
 *
 * @param name that routes use
 * @param zone in which its parts are read
 * @param parts as in Alertmanager's time intervals
 */
public record TimeInterval(String name, ZoneId zone, List<Part> parts) {
  private static final int MINUTES_PER_HOUR = 60;

  public TimeInterval {
    parts = List.copyOf(parts);
  }

  /**
   * Where every list holds; an empty list always does.
   *
   * @param minutes of the day, from (inclusive) until (exclusive, at most 1440)
   * @param weekdays 1 is Monday
   * @param daysOfMonth 1 to 31, or from the end: -1 is the last day
   * @param months 1 to 12
   * @param years in full
   */
  public record Part(
      List<Range> minutes,
      List<Range> weekdays,
      List<Range> daysOfMonth,
      List<Range> months,
      List<Range> years) {
    private boolean contains(ZonedDateTime there) {
      return any(minutes, there.getHour() * MINUTES_PER_HOUR + there.getMinute(), true)
          && any(weekdays, there.getDayOfWeek().getValue(), false)
          && anyDay(there)
          && any(months, there.getMonthValue(), false)
          && any(years, there.getYear(), false);
    }

    private boolean anyDay(ZonedDateTime there) {
      int last = there.toLocalDate().lengthOfMonth();
      return any(
          daysOfMonth.stream()
              .map(days -> new Range(fromEnd(days.from(), last), fromEnd(days.until(), last)))
              .toList(),
          there.getDayOfMonth(),
          false);
    }

    private static int fromEnd(int day, int last) {
      return day < 0 ? last + 1 + day : day;
    }

    private static boolean any(List<Range> ranges, int value, boolean open) {
      return ranges.isEmpty()
          || ranges.stream()
              .anyMatch(
                  range ->
                      range.from() <= value
                          && (open ? value < range.until() : value <= range.until()));
    }
  }

  /**
   * A stretch of numbers.
   *
   * @param from the first
   * @param until the last, but for minutes the first that is not in it any more
   */
  public record Range(int from, int until) {}

  /** Whether a moment is in it. */
  public boolean contains(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    return parts.stream().anyMatch(part -> part.contains(there));
  }
}
