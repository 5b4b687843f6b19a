package dev.tocsin.api;

import java.util.Map;
import java.util.Optional;

/**
 * An alert as a notification tells it.
 *
 * @param transition the last thing that happened to it: it fires, or has stopped firing; with its
 *     values at that time and the evidence of when it began
 * @param acknowledged by whom, if so
 * @param links by name, in the order of the rule file, with all placeholders filled; without the
 *     runbook, which is an annotation
 */
public record NotifiedAlert(
    Transition transition, Optional<Acknowledgement> acknowledged, Map<String, String> links) {

  /** Neither acknowledged nor linked. */
  public NotifiedAlert(Transition transition) {
    this(transition, Optional.empty(), Map.of());
  }

  /** Whether it fires. */
  public boolean isFiring() {
    return transition.to() == AlertState.FIRING;
  }
}
