package dev.tocsin.plan;

import dev.tocsin.window.WindowShape;
import java.time.ZoneOffset;
import java.util.Locale;

/** Windows as conditions write them. */
public final class WindowText {
  private static final long MILLI = 1_000_000L;
  private static final String[] UNITS = {"w", "d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L};

  private WindowText() {}

  /** {@code over 10m}, {@code per day "Europe/Berlin" offset 1 day}, {@code latest}. */
  public static String of(WindowShape window) {
    return window(window) + offset(window) + baseline(window);
  }

  /** The clause {@code over} or {@code per}. */
  static String window(WindowShape window) {
    if (window instanceof WindowShape.Sliding sliding) {
      return "over " + duration(sliding.lengthNanos());
    }
    if (window instanceof WindowShape.Calendar calendar) {
      String zone =
          calendar.zone().equals(ZoneOffset.UTC) ? "" : " \"" + calendar.zone().getId() + "\"";
      return "per " + calendar.period().name().toLowerCase(Locale.ROOT) + zone;
    }
    return "latest";
  }

  /** The clause {@code offset} with a blank before it, or nothing. */
  static String offset(WindowShape window) {
    if (window instanceof WindowShape.Sliding sliding && sliding.offsetNanos() > 0) {
      return " offset " + duration(sliding.offsetNanos());
    }
    return window instanceof WindowShape.Calendar calendar && calendar.back() > 0
        ? " offset " + calendar.back() + " " + calendar.period().name().toLowerCase(Locale.ROOT)
        : "";
  }

  /** The clause {@code vs previous} with a blank before it, or nothing. */
  static String baseline(WindowShape window) {
    return window instanceof WindowShape.Sliding sliding && sliding.baselineNanos() > 0
        ? " vs previous " + duration(sliding.baselineNanos())
        : "";
  }

  /** A duration in the largest unit that it is a whole number of, weeks only from two on. */
  public static String duration(long nanos) {
    if (nanos % MILLI != 0) {
      return nanos + "ns";
    }
    long millis = nanos / MILLI;
    for (int i = 0; i < UNITS.length; i++) {
      boolean whole = millis != 0 && millis % MILLIS[i] == 0;
      if (whole && (i > 0 || millis > MILLIS[0])) {
        return millis / MILLIS[i] + UNITS[i];
      }
    }
    return millis + "ms";
  }
}
