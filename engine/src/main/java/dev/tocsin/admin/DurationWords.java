package dev.tocsin.admin;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
final class DurationWords {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(s|m|h|d|w)");

  private DurationWords() {}

  /**
   * Reads {@code 30m}, {@code 2h}, {@code 1d12h}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Duration parse(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text.strip());
    while (part.lookingAt()) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      part.region(part.end(), part.regionEnd());
    }
    if (part.regionStart() < part.regionEnd() || text.isBlank()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration; write it as 30m, 2h or 1d12h");
    }
    return sum;
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
