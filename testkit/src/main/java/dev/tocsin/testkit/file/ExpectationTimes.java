package dev.tocsin.testkit.file;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.dsl.testfile.TestDefinition;
import dev.tocsin.dsl.testfile.TimePoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the times in a test against its trace: a slip would make it pass, or run for years. */
final class ExpectationTimes {
  private static final Duration BEFORE = Duration.ofDays(2);
  private static final Duration AFTER = Duration.ofDays(400);

  private final Instant start;
  private final ZoneId zone;
  private final Diagnostics diagnostics;

  /**
   * @param start of the trace
   */
  ExpectationTimes(Instant start, ZoneId zone, Diagnostics diagnostics) {
    this.start = start;
    this.zone = zone;
    this.diagnostics = diagnostics;
  }

  void check(TestDefinition test) {
    test.until().ifPresent(this::near);
    test.expect().forEach(this::check);
  }

  private void check(Expectation expectation) {
    if (expectation instanceof Expectation.OfAlert alert) {
      Stream.of(alert.pending(), alert.fires(), alert.resolves())
          .flatMap(Optional::stream)
          .forEach(this::check);
    } else if (expectation instanceof Expectation.Never never) {
      never.during().ifPresent(this::check);
    } else if (expectation instanceof Expectation.Standing standing) {
      standing.at().ifPresent(this::inside);
    } else if (expectation instanceof Expectation.OfMessage message) {
      check(message.when());
    } else if (expectation instanceof Expectation.OfValue value) {
      inside(value.at());
    }
  }

  private void check(When when) {
    when.from().ifPresent(this::near);
    when.to().filter(to -> !when.from().equals(Optional.of(to))).ifPresent(this::near);
    when.to()
        .filter(to -> moment(to).isBefore(start) && !moment(to).isBefore(start.minus(BEFORE)))
        .ifPresent(this::inside);
    Optional<Instant> from = when.from().map(this::moment);
    if (from.isPresent() && when.to().map(this::moment).filter(from.get()::isAfter).isPresent()) {
      diagnostics.error(
          Code.BAD_TIME,
          when.to().get().span(),
          "this is before '" + when.from().get().span().text().strip() + "'",
          "the earlier time comes first");
    }
  }

  /** A moment at which something is. */
  private void inside(Located<TimePoint> time) {
    near(time);
    if (moment(time).isBefore(start)) {
      diagnostics.error(
          Code.BAD_TIME,
          time.span(),
          "this is before the trace begins",
          "the trace begins at " + start.atZone(zone));
    }
  }

  /** Where clocks are put forward or back, a time of day may be no moment, or two. */
  private void once(Located<TimePoint> time) {
    Optional<LocalDateTime> written = time.value().local(start, zone);
    int moments = written.map(local -> zone.getRules().getValidOffsets(local).size()).orElse(1);
    if (moments != 1) {
      diagnostics.error(
          Code.BAD_TIME,
          time.span(),
          "%s %s in %s"
              .formatted(
                  written.orElseThrow(),
                  moments == 0 ? "does not exist" : "comes twice",
                  zone.getId()),
          "write it with an offset, as 2026-03-29T02:30:00+01:00");
    }
  }

  private void near(Located<TimePoint> time) {
    once(time);
    Instant moment = moment(time);
    boolean early = moment.isBefore(start.minus(BEFORE));
    if (early || moment.isAfter(start.plus(AFTER))) {
      long days = Duration.between(start, moment).abs().toDays();
      diagnostics.error(
          Code.BAD_TIME,
          time.span(),
          "this is %d days %s the trace begins".formatted(days, early ? "before" : "after"),
          "the trace begins at " + start);
    }
  }

  private Instant moment(Located<TimePoint> time) {
    return time.value().in(start, zone);
  }
}
