package dev.tocsin.testkit.assertions;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Severity;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.ReplayTimes;
import dev.tocsin.testkit.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/**
 * What the alerts of a rule did. Each step narrows to the alerts that are as it says, and fails
 * when none is left: {@code firedBetween("10:00", "10:05").wasSentTo("slack").thenResolved()} holds
 * when one and the same alert did all of that. Times are texts as {@link Replay#time} reads them;
 * both ends of a span belong to it.
 */
public class AlertAssert extends AbstractAssert<AlertAssert, Replay> {
  private final AlertScope scope;
  private final Consumer<AssertionError> onFailure;
  private List<AlertLife> lives;
  private boolean failed;

  AlertAssert(AlertScope scope, Consumer<AssertionError> onFailure) {
    super(scope.replay(), AlertAssert.class);
    this.scope = scope;
    this.onFailure = onFailure;
    this.lives = scope.lives();
  }

  /** Only alerts of groups in which a dimension has a value. */
  public AlertAssert of(String dimension, String value) {
    return with(scope.and(dimension, value));
  }

  /** Only the alerts of one group. */
  public AlertAssert inGroup(Map<String, String> group) {
    return with(scope.in(group));
  }

  /** Alerts that are there for another reason than the rule's condition. */
  public AlertAssert because(AlertReason reason) {
    return with(scope.because(reason));
  }

  /** It fired. */
  public AlertAssert fired() {
    return narrow(firing().fired());
  }

  /** It fired at that tick. */
  public AlertAssert firedAt(String time) {
    return firedBetween(time, time);
  }

  /** It fired at one of those ticks. */
  public AlertAssert firedBetween(String from, String until) {
    return firedBetween(actual.time(from), actual.time(until));
  }

  /** It fired at one of those ticks. */
  public AlertAssert firedBetween(Instant from, Instant until) {
    asked().span(from, until);
    return narrow(firing().fired(from, until));
  }

  /** It fired at a time or so long after it. */
  public AlertAssert firedWithin(Duration length, String after) {
    Asked.length(length);
    Instant from = actual.time(after);
    return firedBetween(from, from.plus(length));
  }

  /** So many alerts fired, of all groups that are meant. */
  public AlertAssert firedTimes(int times) {
    List<AlertLife> fired = fired(lives);
    if (isOpen() && fired.size() != times) {
      String instead =
          fired.isEmpty()
              ? new LifeWords(scope).neverFired()
              : new LifeWords(scope).fired(fired, Instant.MIN, Instant.MAX);
      fail("to fire " + times(times), times(fired.size()) + ": " + instead, scope.timeline());
    }
    lives = fired;
    return this;
  }

  /** None of the alerts that are meant fired. */
  public AlertAssert neverFired() {
    return all(firing().never());
  }

  /** None of the alerts that are meant began to fire at one of those ticks, to the last of them. */
  public AlertAssert neverFiredBetween(String from, String until) {
    Instant first = actual.time(from);
    Instant last = actual.time(until);
    asked().span(first, last);
    return all(firing().never(first, last));
  }

  /** It was firing at that time. */
  public AlertAssert wasFiringAt(String time) {
    return narrow(firing().firingAt(actual.time(time)));
  }

  /** It was pending, whether it fired then or not. */
  public AlertAssert wasPending() {
    return narrow(firing().pending());
  }

  /** It was pending at that time. */
  public AlertAssert wasPendingAt(String time) {
    return narrow(firing().pendingAt(actual.time(time)));
  }

  /** It fired, and stopped firing at one of those ticks. */
  public AlertAssert resolvedBetween(String from, String until) {
    Instant first = actual.time(from);
    Instant last = actual.time(until);
    asked().span(first, last);
    return narrowFired(firing().resolved(first, last));
  }

  /** It stopped firing. */
  public AlertAssert thenResolved() {
    return narrowFired(firing().resolved());
  }

  /** It fired no longer than that. */
  public AlertAssert thenResolvedWithin(Duration most) {
    Asked.length(most);
    return narrowFired(firing().resolvedWithin(most));
  }

  /** It fires at the end of the replay. */
  public AlertAssert isStillFiring() {
    return narrowFired(firing().stillFiring());
  }

  /** It had that severity at some time while it fired. */
  public AlertAssert hasSeverity(Severity severity) {
    return narrowFired(DetailSteps.severity(severity));
  }

  /** It had that label. */
  public AlertAssert hasLabel(String name, String value) {
    return narrowFired(DetailSteps.label(name, value));
  }

  /** It had an annotation with that text at some time while it fired. */
  public AlertAssert hasAnnotation(String name, String text) {
    return narrowFired(DetailSteps.annotation(name, text));
  }

  /** It had an annotation in which that text stands, at some time while it fired. */
  public AlertAssert hasAnnotationContaining(String name, String part) {
    return narrowFired(DetailSteps.annotationWith(name, part));
  }

  /**
   * It fired with about that value of the comparison that decided.
   *
   * @param value in milliseconds, dollars, or as a fraction
   */
  public AlertAssert withValue(double value, Offset<Double> within) {
    return narrowFired(
        DetailSteps.value(
            value + " within " + within.value, is -> Math.abs(is - value) <= within.value));
  }

  /**
   * It fired with about that value of the comparison that decided.
   *
   * @param value in milliseconds, dollars, or as a fraction
   */
  public AlertAssert withValue(double value, Percentage within) {
    double most = Math.abs(value) * within.value / 100;
    return narrowFired(
        DetailSteps.value(value + " within " + within, is -> Math.abs(is - value) <= most));
  }

  /**
   * A message to each of those channels, and maybe to others, said that it fires.
   *
   * @throws IllegalArgumentException when none is named, or one that no rule, receiver or severity
   *     has
   */
  public AlertAssert wasSentTo(String... channels) {
    return narrowFired(sending().sentTo(asked().channels(channels)));
  }

  /**
   * A message to each of those channels, and none to any other, said that it fires.
   *
   * @throws IllegalArgumentException as for {@link #wasSentTo}
   */
  public AlertAssert wasSentOnlyTo(String... channels) {
    return narrowFired(sending().sentOnlyTo(asked().channels(channels)));
  }

  /**
   * No message to any of those channels said that one of them fires.
   *
   * @throws IllegalArgumentException as for {@link #wasSentTo}
   */
  public AlertAssert wasNotSentTo(String... channels) {
    return all(sending().notSentTo(asked().channels(channels)));
  }

  /**
   * A message to each of those channels said that it is over.
   *
   * @throws IllegalArgumentException as for {@link #wasSentTo}
   */
  public AlertAssert endWasSentTo(String... channels) {
    return narrowFired(sending().endSentTo(asked().channels(channels)));
  }

  /**
   * A message to each of those receivers of the rule file said that it fires.
   *
   * @throws IllegalArgumentException when none is named
   */
  public AlertAssert wasReceivedBy(String... receivers) {
    return narrowFired(sending().receivedBy(Asked.names("receiver", receivers)));
  }

  /**
   * Those actions would have been performed when it began to fire.
   *
   * @throws IllegalArgumentException when none is named
   */
  public AlertAssert performed(String... actions) {
    return narrowFired(sending().performed(Asked.names("action", actions)));
  }

  /** Back to the replay as a whole. */
  public ReplayAssert and() {
    return new ReplayAssert(actual, onFailure).as(info.description());
  }

  private Asked asked() {
    return new Asked(actual);
  }

  private FiringSteps firing() {
    return new FiringSteps(scope);
  }

  private SendingSteps sending() {
    return new SendingSteps(scope);
  }

  private AlertAssert with(AlertScope other) {
    return new AlertAssert(other, onFailure).as(info.description());
  }

  /** What only alerts that fired can do. */
  private AlertAssert narrowFired(Step step) {
    if (isOpen() && fired(lives).isEmpty()) {
      fail(step.expected(), new LifeWords(scope).neverFired(), timeline(step));
      return this;
    }
    lives = fired(lives);
    return narrow(step);
  }

  private AlertAssert narrow(Step step) {
    List<AlertLife> fitting = lives.stream().filter(step.fits()).toList();
    if (isOpen() && fitting.isEmpty()) {
      String instead = step.instead().apply(lives);
      String unseen = isSeenFrom(step) ? "" : "; " + ended();
      fail(step.expected() + span(step), instead + unseen, timeline(step));
    }
    lives = fitting;
    return this;
  }

  private AlertAssert all(Step step) {
    List<AlertLife> others = lives.stream().filter(step.fits().negate()).toList();
    if (isOpen() && !others.isEmpty()) {
      fail(step.expected() + span(step), step.instead().apply(others), timeline(step));
    } else if (isOpen() && step.until() != null && step.until().isAfter(actual.end())) {
      fail(step.expected() + span(step), ended(), timeline(step));
    }
    return this;
  }

  private boolean isSeenFrom(Step step) {
    return step.from() == null || !step.from().isAfter(actual.end());
  }

  private String ended() {
    return "the replay ended at "
        + ReplayTimes.of(actual).text(actual.end())
        + ", before that: let it go on with 'until', or advance the test engine";
  }

  private boolean isOpen() {
    Optional<String> nonsense = failed ? Optional.empty() : scope.nonsense();
    nonsense.ifPresent(
        why -> {
          failed = true;
          onFailure.accept(failure("%s", "expected an alert " + scope.name() + "\nbut " + why));
        });
    return !failed;
  }

  private Timeline timeline(Step step) {
    if (step.from() != null) {
      return scope
          .timeline()
          .expected(
              scope.name() + " " + step.expected(), step.from(), requireNonNull(step.until()));
    }
    return lives.stream()
        .flatMap(life -> life.fired().stream())
        .findFirst()
        .map(at -> scope.timeline().around(at, at))
        .orElseGet(scope::timeline);
  }

  private String span(Step step) {
    ReplayTimes times = ReplayTimes.of(actual);
    if (step.from() == null || step.until() == null) {
      return "";
    }
    return step.from().equals(step.until())
        ? " at " + times.text(step.from())
        : ", " + times.span(step.from(), step.until());
  }

  private void fail(String expected, String instead, Timeline timeline) {
    failed = true;
    String whole = scope.name() + " " + expected;
    onFailure.accept(failure("%s", Failing.text(whole, instead, timeline)));
  }

  private static List<AlertLife> fired(List<AlertLife> lives) {
    return lives.stream().filter(life -> life.firing().isPresent()).toList();
  }

  private static String times(int number) {
    return number == 1 ? "once" : number == 0 ? "never" : number + " times";
  }
}
