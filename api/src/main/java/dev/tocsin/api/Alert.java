package dev.tocsin.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that is pending or firing now.
 *
 * @param rule the rule's name
 * @param group the dimensions of its group; empty for a rule without {@code by}
 * @param state pending or firing
 * @param activation the tick at which this life of the alert began
 * @param severity of the rule, or the one of its severities that it has now
 * @param labels external ones first, then the rule's
 * @param annotations texts for people, with the values of the last tick
 * @param reason why it is there
 * @param flapping whether it changed so often that it is held firing
 * @param acknowledged by whom, if somebody takes care of it
 */
public record Alert(
    String rule,
    Map<String, String> group,
    AlertState state,
    Instant activation,
    Severity severity,
    Map<String, String> labels,
    Map<String, String> annotations,
    AlertReason reason,
    boolean flapping,
    Optional<Acknowledgement> acknowledged) {

  /** That nobody has acknowledged. */
  public Alert(
      String rule,
      Map<String, String> group,
      AlertState state,
      Instant activation,
      Severity severity,
      Map<String, String> labels,
      Map<String, String> annotations,
      AlertReason reason,
      boolean flapping) {
    this(
        rule,
        group,
        state,
        activation,
        severity,
        labels,
        annotations,
        reason,
        flapping,
        Optional.empty());
  }

  /** The same, acknowledged. */
  public Alert with(Optional<Acknowledgement> by) {
    return new Alert(
        rule, group, state, activation, severity, labels, annotations, reason, flapping, by);
  }

  /** Names it: its rule, group, reason and activation, as {@link Transition#alertKey}. */
  public String key() {
    return AlertKeys.of(rule, group, reason, activation);
  }

  /** Of a rule without labels and annotations. */
  public Alert(
      String rule,
      Map<String, String> group,
      AlertState state,
      Instant activation,
      Severity severity) {
    this(
        rule, group, state, activation, severity, Map.of(), Map.of(), AlertReason.CONDITION, false);
  }
}
