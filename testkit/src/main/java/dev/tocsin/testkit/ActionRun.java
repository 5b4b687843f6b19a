package dev.tocsin.testkit;

import dev.tocsin.api.Transition;
import java.time.Instant;

/**
 * An action that would have been performed.
 *
 * @param action its name
 * @param firing for what
 */
public record ActionRun(String action, Transition firing) {

  /** When. */
  public Instant time() {
    return firing.time();
  }
}
