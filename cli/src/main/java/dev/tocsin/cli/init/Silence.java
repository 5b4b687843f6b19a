package dev.tocsin.cli.init;

import java.time.Duration;
import java.util.Optional;

/**
 * How long without a call is an alarm.
 *
 * @param length as written in the rule language
 * @param longest between two calls of the trace
 */
record Silence(String length, Duration longest) {
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final int TIMES = 4;

  /** Empty where the trace is too short to say. */
  static Optional<Silence> of(TraceContents contents) {
    Duration longest = contents.longestGap();
    Duration wanted = longest.multipliedBy(TIMES);
    Duration length = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    boolean tooShort = contents.span().compareTo(length.multipliedBy(2)) < 0;
    return tooShort
        ? Optional.empty()
        : Optional.of(new Silence(length.plusSeconds(59).toMinutes() + "m", longest));
  }
}
