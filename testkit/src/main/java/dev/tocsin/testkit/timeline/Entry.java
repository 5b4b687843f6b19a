package dev.tocsin.testkit.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of a timeline.
 *
 * @param time when
 * @param kind what it tells
 * @param state its first column
 * @param name its second column; empty for none, then all else is one text
 * @param text the rest
 * @param own whether it is about the alert in question
 */
record Entry(Instant time, Kind kind, String state, String name, String text, boolean own) {

  /** In the order in which they stand at one moment. */
  enum Kind {
    BEGIN,
    MARK,
    TRANSITION,
    MESSAGE,
    ACTION,
    READING,
    EXPECTED,
    END
  }

  /** Nothing, where it lies within a span. */
  Duration distance(Instant from, Instant until) {
    if (time.isBefore(from)) {
      return Duration.between(time, from);
    }
    return time.isAfter(until) ? Duration.between(until, time) : Duration.ZERO;
  }
}
