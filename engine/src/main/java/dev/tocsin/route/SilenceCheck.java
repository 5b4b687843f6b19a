package dev.tocsin.route;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.event.Regex;
import dev.tocsin.routing.LabelTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a silence must be. */
public final class SilenceCheck {
  /** The years that nanoseconds count whole. */
  private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

  private SilenceCheck() {}

  /**
   * Throws what is wrong with a silence that is to be made.
   *
   * @param now the time
   * @throws IllegalArgumentException in words for whoever wants it
   */
  public static void check(List<LabelMatcher> matchers, Instant from, Instant until, Instant now) {
    List<LabelTest> tests = new ArrayList<>();
    for (LabelMatcher matcher : matchers) {
      try {
        tests.add(LabelTest.of(matcher));
      } catch (Regex.BadPatternException e) {
        throw new IllegalArgumentException(matcher + ": " + e.problem().message(), e);
      }
    }
    if (LabelTest.all(tests, Map.of())) {
      throw new IllegalArgumentException(
          "a silence needs a matcher that an alert without labels does not pass, or it would"
              + " silence everything");
    }
    if (from.isBefore(FIRST) || until.isAfter(LAST)) {
      throw new IllegalArgumentException("a silence is between %s and %s".formatted(FIRST, LAST));
    }
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a silence must end after it begins: " + until);
    }
    if (!until.isAfter(now)) {
      throw new IllegalArgumentException("the end of the silence has passed: " + until);
    }
  }
}
