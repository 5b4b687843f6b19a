package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Located;
import java.util.List;
import java.util.Optional;

/**
 * Times that come again, such as working hours.
 *
 * @param name that routes use; unique in all files that are loaded together
 * @param zone in which its parts are read; UTC without
 * @param parts of which at least one must hold
 */
public record IntervalDefinition(
    Located<String> name, Optional<Located<String>> zone, List<Part> parts) {
  public IntervalDefinition {
    parts = List.copyOf(parts);
  }

  /**
   * Where every list holds; an empty list always does.
   *
   * @param minutes of the day; the end is not in it any more, and at most 1440
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
    public Part {
      minutes = List.copyOf(minutes);
      weekdays = List.copyOf(weekdays);
      daysOfMonth = List.copyOf(daysOfMonth);
      months = List.copyOf(months);
      years = List.copyOf(years);
    }
  }

  /** From one number to another. */
  public record Range(int from, int until) {}
}
