package dev.tocsin.testkit.assertions;

import dev.tocsin.api.DurationText;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When alerts begin and end. */
final class FiringSteps {
  private final AlertScope scope;
  private final LifeWords words;
  private final ReplayTimes times;

  FiringSteps(AlertScope scope) {
    this.scope = scope;
    this.words = new LifeWords(scope);
    this.times = ReplayTimes.of(scope.replay());
  }

  Step fired() {
    return new Step("to fire", life -> life.firing().isPresent(), lives -> words.neverFired());
  }

  Step fired(Instant from, Instant until) {
    return new Step(
        "to fire",
        from,
        until,
        life -> life.fired().filter(at -> isWithin(at, from, until)).isPresent(),
        lives -> words.fired(lives, from, until));
  }

  /** That none fired. */
  Step never() {
    return new Step(
        "not to fire",
        life -> life.firing().isEmpty(),
        lives -> words.fired(lives, Instant.MIN, Instant.MAX));
  }

  Step never(Instant from, Instant until) {
    return new Step(
        "not to fire",
        from,
        until,
        life -> life.fired().filter(at -> isWithin(at, from, until)).isEmpty(),
        lives -> words.fired(within(lives, from, until), from, until));
  }

  Step firingAt(Instant at) {
    return new Step(
        "to be firing",
        at,
        at,
        life ->
            isSeen(at)
                && life.fired().filter(fired -> !fired.isAfter(at)).isPresent()
                && !life.hasEnded(at),
        words::lasted);
  }

  Step pending() {
    return new Step("to be pending", AlertLife::wasPending, this::pendingInstead);
  }

  Step pendingAt(Instant at) {
    return new Step(
        "to be pending",
        at,
        at,
        life ->
            isSeen(at)
                && life.wasPending()
                && !life.began().isAfter(at)
                && life.fired().filter(fired -> !fired.isAfter(at)).isEmpty()
                && !life.hasEnded(at),
        this::pendingInstead);
  }

  Step resolved() {
    return new Step(
        "to resolve",
        life -> life.resolved().isPresent(),
        lives -> words.resolved(lives, Instant.MIN, Instant.MAX));
  }

  Step resolved(Instant from, Instant until) {
    return new Step(
        "to resolve",
        from,
        until,
        life -> life.resolved().filter(at -> isWithin(at, from, until)).isPresent(),
        lives -> words.resolved(lives, from, until));
  }

  Step resolvedWithin(Duration most) {
    return new Step(
        "to resolve within " + DurationText.of(most),
        life -> life.length().filter(length -> length.compareTo(most) <= 0).isPresent(),
        lives ->
            LifeWords.each(
                lives,
                life ->
                    life.length()
                        .map(length -> "fired for " + DurationText.of(length))
                        .orElse("still fires at the end")));
  }

  Step stillFiring() {
    Instant end = scope.replay().end();
    return new Step(
        "to fire still",
        end,
        end,
        life -> life.ended().isEmpty(),
        lives -> words.resolved(lives, Instant.MIN, Instant.MAX));
  }

  private String pendingInstead(List<AlertLife> lives) {
    return lives.isEmpty()
        ? words.neverFired()
        : LifeWords.each(
            lives,
            life ->
                (life.wasPending() ? "was pending from " : "fired at once, at ")
                    + times.text(life.began())
                    + (life.wasPending()
                        ? life.fired()
                            .or(life::ended)
                            .map(end -> " to " + times.text(end))
                            .orElse("")
                        : ""));
  }

  private static List<AlertLife> within(List<AlertLife> lives, Instant from, Instant until) {
    return lives.stream()
        .filter(life -> life.fired().filter(at -> isWithin(at, from, until)).isPresent())
        .toList();
  }

  private boolean isSeen(Instant at) {
    return !at.isAfter(scope.replay().end());
  }

  private static boolean isWithin(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && !at.isAfter(until);
  }
}
