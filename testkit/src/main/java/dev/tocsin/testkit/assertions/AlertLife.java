package dev.tocsin.testkit.assertions;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.testkit.timeline.AlertName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One alert from its activation to its end.
 *
 * @param replay in which it lives
 * @param transitions at least one, in order
 */
record AlertLife(Replay replay, List<Transition> transitions) {

  /** All alerts of a rule, in the order in which they began. */
  static List<AlertLife> of(Replay replay, String rule) {
    Map<String, List<Transition>> byKey = new LinkedHashMap<>();
    for (Transition each : replay.transitions()) {
      if (each.rule().equals(rule)) {
        byKey.computeIfAbsent(each.alertKey(), key -> new ArrayList<>()).add(each);
      }
    }
    return byKey.values().stream().map(life -> new AlertLife(replay, life)).toList();
  }

  String key() {
    return transitions.get(0).alertKey();
  }

  Map<String, String> group() {
    return transitions.get(0).group();
  }

  AlertReason reason() {
    return transitions.get(0).reason();
  }

  String name() {
    return AlertName.of(transitions.get(0));
  }

  Instant began() {
    return transitions.get(0).time();
  }

  Optional<Transition> firing() {
    return transitions.stream().filter(Transition::beginsFiring).findFirst();
  }

  Optional<Instant> fired() {
    return firing().map(Transition::time);
  }

  /** When it resolved, or was dropped before it fired. */
  Optional<Instant> ended() {
    return transitions.stream()
        .filter(each -> each.to() == AlertState.INACTIVE)
        .map(Transition::time)
        .findFirst();
  }

  Optional<Instant> resolved() {
    return firing().isPresent() ? ended() : Optional.empty();
  }

  /** Whether it is over by then. */
  boolean hasEnded(Instant at) {
    return ended().filter(end -> !end.isAfter(at)).isPresent();
  }

  /** How long it fired; empty where it did not, or still does. */
  Optional<Duration> length() {
    return fired().flatMap(from -> ended().map(until -> Duration.between(from, until)));
  }

  boolean wasPending() {
    return transitions.get(0).to() == AlertState.PENDING;
  }

  /** As it was while it fired. */
  Stream<Transition> whileFiring() {
    return transitions.stream().filter(each -> each.to() == AlertState.FIRING);
  }

  /** The messages that say that it fires, or those that say that it does not any more. */
  List<SentMessage> messages(boolean firing) {
    return replay.messages().stream()
        .filter(
            sent ->
                sent.message().alerts().stream()
                    .anyMatch(
                        alert ->
                            alert.isFiring() == firing
                                && alert.transition().alertKey().equals(key())))
        .toList();
  }

  List<String> actions() {
    return replay.actions().stream()
        .filter(run -> run.firing().alertKey().equals(key()))
        .map(ActionRun::action)
        .toList();
  }
}
