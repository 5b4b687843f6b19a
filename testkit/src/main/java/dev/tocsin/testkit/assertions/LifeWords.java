package dev.tocsin.testkit.assertions;

import dev.tocsin.api.DurationText;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.timeline.ReadingWords;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What alerts did, in words behind {@code but}. */
final class LifeWords {
  private static final int MOST = 3;

  /** Ticks come so long after their time. */
  private static final Duration EVALUATION_DELAY = Duration.ofSeconds(1);

  private final AlertScope scope;
  private final ReplayTimes times;

  LifeWords(AlertScope scope) {
    this.scope = scope;
    this.times = ReplayTimes.of(scope.replay());
  }

  /** When they fired, those nearest to a span first. */
  String fired(List<AlertLife> lives, Instant from, Instant until) {
    List<AlertLife> fired =
        lives.stream()
            .filter(life -> life.firing().isPresent())
            .sorted(Comparator.comparing(life -> distance(began(life), from, until)))
            .toList();
    return fired.isEmpty()
        ? neverFired()
        : each(
            fired, life -> "fired at " + times.text(began(life)) + miss(began(life), from, until));
  }

  /** From when to when they fired. */
  String lasted(List<AlertLife> lives) {
    List<AlertLife> fired = lives.stream().filter(life -> life.firing().isPresent()).toList();
    return fired.isEmpty()
        ? neverFired()
        : each(
            fired,
            life ->
                life.ended()
                    .map(end -> "fired " + times.span(began(life), end))
                    .orElse("fired from " + times.text(began(life)) + " to the end"));
  }

  /** When they resolved, or that they did not. */
  String resolved(List<AlertLife> lives, Instant from, Instant until) {
    return each(
        lives,
        life ->
            life.ended()
                .map(end -> "resolved at " + times.text(end) + miss(end, from, until))
                .orElse("still fires at the end, " + times.text(scope.replay().end())));
  }

  /** Why none fired. */
  String neverFired() {
    List<AlertLife> pending = scope.lives();
    if (!pending.isEmpty()) {
      return each(pending, this::pending) + held();
    }
    Optional<AlertLife> other =
        scope.ofOtherReasons().stream().filter(life -> life.firing().isPresent()).findFirst();
    if (other.isPresent()) {
      return "it never fired because of " + scope.reason().label() + otherReason(other.get());
    }
    List<AlertLife> others =
        scope.ofOtherGroups().stream().filter(life -> life.firing().isPresent()).toList();
    if (!others.isEmpty()) {
      return "only other groups fired: " + each(others, life -> "at " + times.text(began(life)));
    }
    if (scope.replay().summary().withoutData().contains(scope.rule())) {
      return "it never fired: no event "
          + unheard()
              .map(text -> "that was taken carried what it looks at; " + text)
              .orElse("carried what it looks at");
    }
    return "it never fired: its condition was true at no tick"
        + nearest()
        + unheard().map(text -> "; " + text).orElse("");
  }

  /** Of the first few, each with its name where it has a group. */
  static String each(List<AlertLife> lives, Function<AlertLife, String> words) {
    String first =
        lives.stream()
            .limit(MOST)
            .map(life -> (life.group().isEmpty() ? "it" : life.name()) + " " + words.apply(life))
            .collect(Collectors.joining(", "));
    return first + (lives.size() > MOST ? ", and " + (lives.size() - MOST) + " more" : "");
  }

  private String otherReason(AlertLife life) {
    return "; one fired at "
        + times.text(began(life))
        + " because of "
        + life.reason().label()
        + ": ask for it with because(AlertReason."
        + life.reason().name()
        + ")";
  }

  /** What was left out for its stamp, or is still to come. */
  private Optional<String> unheard() {
    ReplaySummary summary = scope.replay().summary();
    List<String> words = new ArrayList<>();
    if (summary.late() > 0) {
      words.add(leftOut(summary.late()) + ", late or too far ahead");
    }
    Duration ahead = between(scope.replay().end(), summary.until());
    Duration lag = Duration.ofNanos(scope.replay().plan().tickNanos()).plus(EVALUATION_DELAY);
    if (ahead.compareTo(lag) > 0) {
      words.add(
          "the last event is stamped "
              + DurationText.of(ahead)
              + " ahead of the last tick of the engine's clock");
    }
    Duration behind = between(summary.from(), scope.replay().start());
    if (summary.late() > 0 && behind.compareTo(Duration.ZERO) > 0) {
      words.add("the first event is stamped " + DurationText.of(behind) + " before the start");
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private static Duration between(@Nullable Instant from, @Nullable Instant until) {
    return from == null || until == null ? Duration.ZERO : Duration.between(from, until);
  }

  private static String leftOut(long events) {
    return events == 1 ? "1 event was left out" : "%,d events were left out".formatted(events);
  }

  private String pending(AlertLife life) {
    Optional<Instant> ended = life.ended();
    return "was only pending, from "
        + times.text(life.began())
        + ended
            .map(
                end ->
                    " to "
                        + times.text(end)
                        + " ("
                        + DurationText.of(Duration.between(life.began(), end))
                        + ")")
            .orElse(" to the end");
  }

  private String held() {
    return scope
        .plan()
        .map(RulePlan::forNanos)
        .filter(nanos -> nanos > 0)
        .map(nanos -> "; it must hold for " + DurationText.of(Duration.ofNanos(nanos)))
        .orElse("");
  }

  private String nearest() {
    return NearestApproach.among(scope.replay(), scope.rule())
        .map(
            probed ->
                "; it came nearest at "
                    + times.text(probed.probe().at())
                    + ": "
                    + probed.comparisons().stream()
                        .map(each -> ReadingWords.of(each.reading(), each.holds()))
                        .collect(Collectors.joining(", ")))
        .orElse("");
  }

  private static Instant began(AlertLife life) {
    return life.fired().orElse(life.began());
  }

  private static String miss(Instant time, Instant from, Instant until) {
    if (time.isBefore(from)) {
      return ", " + DurationText.of(Duration.between(time, from)) + " too early";
    }
    return time.isAfter(until)
        ? ", " + DurationText.of(Duration.between(until, time)) + " too late"
        : "";
  }

  private static Duration distance(Instant time, Instant from, Instant until) {
    if (time.isBefore(from)) {
      return Duration.between(time, from);
    }
    return time.isAfter(until) ? Duration.between(until, time) : Duration.ZERO;
  }
}
