package dev.tocsin.testkit.expect;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.Expectation.Reason;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An alert from its activation to its end.
 *
 * @param transitions what happened to it, in order; at least one
 */
public record Life(List<Transition> transitions) {
  public Life {
    transitions = List.copyOf(transitions);
  }

  /** The lives of the alerts of a rule, in the order in which they began. */
  static List<Life> of(Replay replay, String rule, Map<String, String> group, Reason reason) {
    AlertReason why = AlertReason.valueOf(reason.name());
    return of(replay, rule, group).stream()
        .filter(life -> life.transitions().get(0).reason() == why)
        .toList();
  }

  /** The lives of the alerts of a rule for any reason, in the order in which they began. */
  public static List<Life> of(Replay replay, String rule, Map<String, String> group) {
    Map<String, List<Transition>> byKey = new LinkedHashMap<>();
    for (Transition transition : replay.transitions()) {
      if (transition.rule().equals(rule)
          && transition.group().entrySet().containsAll(group.entrySet())) {
        byKey.computeIfAbsent(transition.alertKey(), key -> new ArrayList<>()).add(transition);
      }
    }
    return byKey.values().stream().map(Life::new).toList();
  }

  /** Rule and group in words. */
  public String name() {
    Transition first = transitions.get(0);
    return first.group().isEmpty() ? first.rule() : first.rule() + first.group();
  }

  /** Names it. */
  public String key() {
    return transitions.get(0).alertKey();
  }

  /** When it began to wait, if it did. */
  public Optional<Transition> pending() {
    return first(transition -> transition.to() == AlertState.PENDING);
  }

  /** When it began to fire, if it did. */
  public Optional<Transition> fired() {
    return first(Transition::beginsFiring);
  }

  /**
   * When it came to fire with a severity, at once or because it got worse; if it never did, when it
   * began to fire, if it did.
   */
  Optional<Transition> firedAs(String severity) {
    return first(
            transition ->
                transition.to() == AlertState.FIRING
                    && transition.severity().label().equals(severity))
        .or(this::fired);
  }

  /** When it stopped firing, if it did. */
  public Optional<Transition> resolved() {
    return first(
        transition ->
            transition.from() == AlertState.FIRING && transition.to() == AlertState.INACTIVE);
  }

  /** Its state at a time. */
  public AlertState stateAt(Instant time) {
    return transitions.stream()
        .filter(transition -> !transition.time().isAfter(time))
        .reduce((earlier, later) -> later)
        .map(Transition::to)
        .orElse(AlertState.INACTIVE);
  }

  /** The messages that tell that it fires. */
  public List<SentMessage> messages(Replay replay) {
    return replay.messages().stream()
        .filter(
            sent ->
                sent.message().alerts().stream()
                    .anyMatch(
                        alert -> alert.isFiring() && alert.transition().alertKey().equals(key())))
        .toList();
  }

  private Optional<Transition> first(Predicate<Transition> which) {
    return transitions.stream().filter(which).findFirst();
  }
}
