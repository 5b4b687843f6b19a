package dev.tocsin.api;

import java.time.Duration;

/** Durations as people read them. */
public final class DurationText {
  private DurationText() {}

  /** The two largest parts, cut off: {@code 3d 4h}, {@code 5m 30s}, {@code 1.24s}, {@code 35ms}. */
  public static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return underTenSeconds(duration.toMillis());
    }
    if (seconds < 60) {
      return seconds + "s";
    }
    if (duration.toHours() < 1) {
      return parts(duration.toMinutes(), "m", duration.toSecondsPart(), "s");
    }
    if (duration.toDays() < 1) {
      return parts(duration.toHours(), "h", duration.toMinutesPart(), "m");
    }
    return parts(duration.toDays(), "d", duration.toHoursPart(), "h");
  }

  private static String underTenSeconds(long millis) {
    if (millis < 1000) {
      return millis + "ms";
    }
    long hundredths = millis % 1000 / 10;
    return millis / 1000 + (hundredths == 0 ? "s" : ".%02ds".formatted(hundredths));
  }

  private static String parts(long large, String largeUnit, long small, String smallUnit) {
    return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
  }
}
