package dev.tocsin.cli.init;

import java.time.Duration;

/** The windows that first rules have. */
enum Window {
  MINUTES("10m", Duration.ofMinutes(10)),
  HOUR("1h", Duration.ofHours(1)),
  HOURS("6h", Duration.ofHours(6)),
  DAY("1d", Duration.ofDays(1));

  private final String written;
  private final Duration length;

  Window(String written, Duration length) {
    this.written = written;
    this.length = length;
  }

  /**
   * The shortest that holds enough calls, or the longest.
   *
   * @param spacing the time from one call to the next
   */
  static Window holding(int calls, Duration spacing) {
    Duration wanted = spacing.multipliedBy(calls);
    for (Window each : values()) {
      if (wanted.compareTo(each.length) <= 0) {
        return each;
      }
    }
    return DAY;
  }

  /** The next one, or the longest. */
  Window longer() {
    return switch (this) {
      case MINUTES -> HOUR;
      case HOUR -> HOURS;
      case HOURS, DAY -> DAY;
    };
  }

  /** As the rule language writes it. */
  String written() {
    return written;
  }

  Duration length() {
    return length;
  }
}
