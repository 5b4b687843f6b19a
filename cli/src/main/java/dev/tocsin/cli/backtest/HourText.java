package dev.tocsin.cli.backtest;

import java.util.List;
import java.util.Locale;

/** The hours of a day in 24 characters: {@code .} none, {@code 1} to {@code 9}, {@code +} more. */
final class HourText {
  /** Stands over the hours. */
  static final String HEADING = "0     6     12    18    ";

  private static final long MOST = 9;

  private HourText() {}

  static String of(List<Long> byHour) {
    StringBuilder text = new StringBuilder();
    for (long count : byHour) {
      text.append(count == 0 ? "." : count > MOST ? "+" : String.valueOf(count));
    }
    return text.toString();
  }

  /** The first of the hours with most of all: {@code 14:00 (3)}. */
  static String busiest(List<Long> byHour) {
    int busiest = 0;
    for (int hour = 1; hour < byHour.size(); hour++) {
      busiest = byHour.get(hour) > byHour.get(busiest) ? hour : busiest;
    }
    long most = byHour.get(busiest);
    return most == 0 ? "-" : String.format(Locale.ROOT, "%02d:00 (%d)", busiest, most);
  }
}
