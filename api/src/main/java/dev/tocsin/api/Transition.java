package dev.tocsin.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An alert went from one state to another, or goes on firing with another severity or mark.
 *
 * @param time the tick at which it happened
 * @param rule the rule's name
 * @param group the dimensions of the group it is about, in the rule's order; empty for a rule
 *     without {@code by}
 * @param activation the tick at which this life of the alert began; with rule and group it names
 *     the alert
 * @param from the state before
 * @param to the state after
 * @param decisive the first comparison in source order that holds; on the way back to inactive, the
 *     one that held when the alert began
 * @param readings every comparison of the condition in source order, as it stands at this tick
 * @param severity of the rule, or the one of its severities that the alert has now
 * @param channels the rule's channels in its order
 * @param labels external ones first, then the rule's; they stay the same while the alert lives
 * @param annotations texts for people, with the values of this tick
 * @param reason why the alert is there; a rule and group may have one alert for each
 * @param flapping whether it changed so often that it is held firing
 * @param evidence of an alert that begins to fire or gets worse, what shows why
 */
public record Transition(
    Instant time,
    String rule,
    Map<String, String> group,
    Instant activation,
    AlertState from,
    AlertState to,
    ComparedReading decisive,
    List<ComparedReading> readings,
    Severity severity,
    List<String> channels,
    Map<String, String> labels,
    Map<String, String> annotations,
    AlertReason reason,
    boolean flapping,
    Evidence evidence) {

  public Transition {
    requireNonNull(time, "time");
    requireNonNull(decisive, "decisive");
    readings = List.copyOf(readings);
    channels = List.copyOf(channels);
  }

  /** Of a condition that is true, and does not flap. */
  public Transition(
      Instant time,
      String rule,
      Map<String, String> group,
      Instant activation,
      AlertState from,
      AlertState to,
      ComparedReading decisive,
      List<ComparedReading> readings,
      Severity severity,
      List<String> channels,
      Map<String, String> labels,
      Map<String, String> annotations) {
    this(
        time,
        rule,
        group,
        activation,
        from,
        to,
        decisive,
        readings,
        severity,
        channels,
        labels,
        annotations,
        AlertReason.CONDITION,
        false,
        Evidence.NONE);
  }

  /** Without evidence. */
  public Transition(
      Instant time,
      String rule,
      Map<String, String> group,
      Instant activation,
      AlertState from,
      AlertState to,
      ComparedReading decisive,
      List<ComparedReading> readings,
      Severity severity,
      List<String> channels,
      Map<String, String> labels,
      Map<String, String> annotations,
      AlertReason reason,
      boolean flapping) {
    this(
        time,
        rule,
        group,
        activation,
        from,
        to,
        decisive,
        readings,
        severity,
        channels,
        labels,
        annotations,
        reason,
        flapping,
        Evidence.NONE);
  }

  /** Names the alert: its rule, group, reason and activation; the same for all its transitions. */
  public String alertKey() {
    return AlertKeys.of(rule, group, reason, activation);
  }

  /** The same with evidence. */
  public Transition with(Evidence shown) {
    return new Transition(
        time,
        rule,
        group,
        activation,
        from,
        to,
        decisive,
        readings,
        severity,
        channels,
        labels,
        annotations,
        reason,
        flapping,
        shown);
  }

  /** Whether the alert was not firing before and is now. */
  public boolean beginsFiring() {
    return to == AlertState.FIRING && from != AlertState.FIRING;
  }

  /** Of a rule without labels and annotations. */
  public Transition(
      Instant time,
      String rule,
      Map<String, String> group,
      Instant activation,
      AlertState from,
      AlertState to,
      ComparedReading decisive,
      List<ComparedReading> readings,
      Severity severity,
      List<String> channels) {
    this(
        time,
        rule,
        group,
        activation,
        from,
        to,
        decisive,
        readings,
        severity,
        channels,
        Map.of(),
        Map.of());
  }
}
