package dev.tocsin.api;

import java.util.List;
import java.util.Optional;

/**
 * All that an engine remembers of an alert, of the last thing back to the first. Bounded: of alerts
 * that came long ago or changed very often some is forgotten.
 *
 * @param key of the alert
 * @param alert if it lives
 * @param transitions what happened to it, in order, with values, thresholds, samples and evidence
 * @param decisions why it was sent or not, in order
 * @param outlook of an alert that fires, how it stands with each of its channels now, as if decided
 *     anew: why nothing is sent, and when it can be
 * @param acknowledged by whom, if so
 */
public record AlertStory(
    String key,
    Optional<Alert> alert,
    List<Transition> transitions,
    List<NotificationDecision> decisions,
    List<NotificationDecision> outlook,
    Optional<Acknowledgement> acknowledged) {
  public AlertStory {
    transitions = List.copyOf(transitions);
    decisions = List.copyOf(decisions);
    outlook = List.copyOf(outlook);
  }
}
