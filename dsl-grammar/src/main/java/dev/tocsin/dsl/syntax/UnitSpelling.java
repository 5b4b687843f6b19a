package dev.tocsin.dsl.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people write instead of a unit, and what they mean by it. */
public final class UnitSpelling {
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("nanos", "ns"),
          Map.entry("nanosecond", "ns"),
          Map.entry("nanoseconds", "ns"),
          Map.entry("micros", "us"),
          Map.entry("microsecond", "us"),
          Map.entry("microseconds", "us"),
          Map.entry("\u00b5s", "us"),
          Map.entry("\u03bcs", "us"),
          Map.entry("msec", "ms"),
          Map.entry("msecs", "ms"),
          Map.entry("milli", "ms"),
          Map.entry("millis", "ms"),
          Map.entry("millisecond", "ms"),
          Map.entry("milliseconds", "ms"),
          Map.entry("sec", "s"),
          Map.entry("secs", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("min", "m"),
          Map.entry("mins", "m"),
          Map.entry("minute", "m"),
          Map.entry("minutes", "m"),
          Map.entry("hr", "h"),
          Map.entry("hrs", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("wk", "w"),
          Map.entry("week", "w"),
          Map.entry("weeks", "w"),
          Map.entry("percent", "%"),
          Map.entry("pct", "%"),
          Map.entry("thousand", "k"),
          Map.entry("mio", "M"),
          Map.entry("million", "M"),
          Map.entry("ns", "ns"),
          Map.entry("us", "us"),
          Map.entry("ms", "ms"),
          Map.entry("s", "s"),
          Map.entry("m", "m"),
          Map.entry("h", "h"),
          Map.entry("d", "d"),
          Map.entry("w", "w"),
          Map.entry("k", "k"));

  private UnitSpelling() {}

  /** The unit that a word stands for, as {@code m} for {@code minutes}. */
  public static Optional<String> meant(String word) {
    return word.equals("M")
        ? Optional.of("M")
        : Optional.ofNullable(MEANT.get(word.toLowerCase(Locale.ROOT)));
  }

  static NumberText.Reading problem(String dollar, String digits, String suffix) {
    String shown = suffix.length() > 20 ? suffix.substring(0, 20) + "..." : suffix;
    return new NumberText.Reading.Problem(
        "unknown unit '" + shown + "'", Optional.of(hint(dollar, digits, suffix)));
  }

  private static String hint(String dollar, String digits, String suffix) {
    if (suffix.matches("(_[0-9]+)+")) {
      return "write " + dollar + digits + suffix.replace("_", "") + " without '_'";
    }
    if (suffix.equalsIgnoreCase("usd") || suffix.equalsIgnoreCase("dollars")) {
      return "write $" + digits;
    }
    Optional<String> meant = meant(suffix);
    if (dollar.isEmpty() && meant.isPresent()) {
      return "write " + digits + meant.get();
    }
    if (dollar.isEmpty()) {
      return "units are ns, us, ms, s, m, h, d, w, % and the multipliers k and M";
    }
    return suffix.equals("m") || meant.equals(Optional.of("M")) || meant.equals(Optional.of("k"))
        ? "write $" + digits + (meant.equals(Optional.of("k")) ? "k" : "M")
        : "an amount takes the multipliers k and M only";
  }
}
