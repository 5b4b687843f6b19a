package dev.tocsin.testkit.expect;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.Expectation.Never;
import dev.tocsin.dsl.testfile.Expectation.Step;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** No alert of a rule does something. */
final class NeverCheck implements Check {
  private final Never expected;

  NeverCheck(Never expected) {
    this.expected = expected;
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    Window during =
        expected.during().map(when -> Window.of(when, replay.start(), replay)).orElse(Window.ANY);
    Map<String, String> group = Words.plain(expected.group());
    for (Life life : Life.of(replay, expected.rule().value(), group, expected.reason())) {
      for (Step step : expected.steps()) {
        Optional<Instant> time = times(step, life, replay).filter(during::holds).findFirst();
        if (time.isPresent()) {
          return Optional.of(miss(step, life, time.get(), during, replay));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Instant> times(Step step, Life life, Replay replay) {
    return switch (step) {
      case PENDING -> life.pending().stream().map(Transition::time);
      case FIRES -> life.fired().stream().map(Transition::time);
      case RESOLVES -> life.resolved().stream().map(Transition::time);
      case SENT -> life.messages(replay).stream().map(SentMessage::time);
    };
  }

  private Miss miss(Step step, Life life, Instant time, Window during, Replay replay) {
    String alert = Words.alert(expected.rule().value(), Words.plain(expected.group()));
    String verb =
        switch (step) {
          case PENDING -> "is never pending";
          case SENT -> "is never sent";
          default -> "never " + step.name().toLowerCase(Locale.ROOT);
        };
    String did =
        switch (step) {
          case PENDING -> " was pending from ";
          case FIRES -> " fired at ";
          case RESOLVES -> " resolved at ";
          case SENT -> " was sent at ";
        };
    Window then = new Window(Optional.of(time), Optional.of(time));
    return Misses.of(
        expected.span(),
        alert + " " + verb + during.text(replay),
        life.name() + did + ReplayTimes.of(replay).text(time),
        Optional.of(expected.rule().value()),
        then,
        replay);
  }
}
