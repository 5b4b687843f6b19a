package dev.tocsin.testkit.backtest;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An alert of a replay, from its activation to its end.
 *
 * @param key names it
 * @param rule its rule
 * @param group dimension to value
 * @param reason why it was there
 * @param severity the worst that it had
 * @param activation when it began to wait or to fire
 * @param fired when it began to fire, if it did
 * @param ended when it was over, if it was within the replay
 * @param flapped whether it changed so often that it was held firing
 * @param receivers who was told that it fires, in alphabetical order
 */
public record PastAlert(
    String key,
    String rule,
    Map<String, String> group,
    AlertReason reason,
    Severity severity,
    Instant activation,
    Optional<Instant> fired,
    Optional<Instant> ended,
    boolean flapped,
    List<String> receivers) {
  public PastAlert {
    receivers = List.copyOf(receivers);
  }

  /** All alerts of a replay, in the order in which they began. */
  public static List<PastAlert> of(Replay replay) {
    Map<String, List<Transition>> lives = new LinkedHashMap<>();
    for (Transition transition : replay.transitions()) {
      lives.computeIfAbsent(transition.alertKey(), key -> new ArrayList<>()).add(transition);
    }
    Map<String, Set<String>> told = Told.receivers(replay);
    List<PastAlert> alerts = new ArrayList<>();
    lives.forEach((key, life) -> alerts.add(of(key, life, told.getOrDefault(key, Set.of()))));
    return List.copyOf(alerts);
  }

  private static PastAlert of(String key, List<Transition> life, Set<String> receivers) {
    Transition first = life.get(0);
    Transition last = life.get(life.size() - 1);
    Severity worst = life.stream().map(Transition::severity).max(Severity::compareTo).orElseThrow();
    return new PastAlert(
        key,
        first.rule(),
        first.group(),
        first.reason(),
        worst,
        first.activation(),
        life.stream().filter(Transition::beginsFiring).findFirst().map(Transition::time),
        last.to() == AlertState.INACTIVE ? Optional.of(last.time()) : Optional.empty(),
        life.stream().anyMatch(Transition::flapping),
        List.copyOf(receivers));
  }

  /** Rule and group in words: {@code error_rate{model=gpt-4o}}. */
  public String name() {
    String groups = group.isEmpty() ? "" : group.toString();
    return rule + groups + (reason == AlertReason.CONDITION ? "" : " (" + reason.label() + ")");
  }

  /**
   * How long it fired; zero if it never did.
   *
   * @param until up to when an alert counts that is not over
   */
  public Duration firing(Instant until) {
    return fired.map(from -> Duration.between(from, ended.orElse(until))).orElse(Duration.ZERO);
  }

  /** Whether it fired at all. */
  public boolean hasFired() {
    return fired.isPresent();
  }

  /** Rule, group and reason: what it has in common with earlier and later alerts. */
  public Subject subject() {
    return new Subject(rule, group, reason);
  }

  /**
   * What an alert is about.
   *
   * @param rule its rule
   * @param group dimension to value
   * @param reason why it is there
   */
  public record Subject(String rule, Map<String, String> group, AlertReason reason) {}
}
