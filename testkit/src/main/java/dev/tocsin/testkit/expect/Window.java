package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * From when to when something is expected, both inclusive; each of them empty where it is open.
 *
 * @param from not before
 * @param to not after
 */
record Window(Optional<Instant> from, Optional<Instant> to) {

  /** Any time. */
  static final Window ANY = new Window(Optional.empty(), Optional.empty());

  /**
   * What was written.
   *
   * @param base from when {@code within} is counted where nothing else is said
   */
  static Window of(When when, Instant base, Instant start, ZoneId zone) {
    Optional<Instant> from = when.from().map(Located::value).map(time -> time.in(start, zone));
    Optional<Instant> to = when.to().map(Located::value).map(time -> time.in(start, zone));
    Optional<Duration> within = when.within();
    if (within.isPresent()) {
      Instant begin = from.orElse(base);
      return new Window(Optional.of(begin), Optional.of(begin.plus(within.get())));
    }
    return new Window(from, to);
  }

  static Window of(When when, Instant base, Replay replay) {
    return of(when, base, replay.start(), replay.zone());
  }

  /** Where the time is a moment of its own, not said in relation to what happens. */
  static Optional<Instant> latest(When when, Instant start, ZoneId zone) {
    Window window = of(when, start, start, zone);
    return window.to().or(window::from);
  }

  boolean holds(Instant time) {
    return from.filter(time::isBefore).isEmpty() && to.filter(time::isAfter).isEmpty();
  }

  String text(Replay replay) {
    if (from.isPresent() && from.equals(to)) {
      return " at " + ReplayTimes.of(replay).text(from.get());
    }
    if (from.isPresent() && to.isPresent()) {
      return " between "
          + ReplayTimes.of(replay).text(from.get())
          + " and "
          + ReplayTimes.of(replay).text(to.get());
    }
    return from.map(time -> " at or after " + ReplayTimes.of(replay).text(time))
        .or(() -> to.map(time -> " at or before " + ReplayTimes.of(replay).text(time)))
        .orElse("");
  }
}
