package dev.tocsin.route;

import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;

/** Transitions without what they say of a user who is to be forgotten. */
final class Scrubbed {
  private Scrubbed() {}

  /** Without the user among those that contribute, and without calls, which may be the user's. */
  static Transition of(Transition transition, String user) {
    Evidence evidence = transition.evidence();
    boolean names =
        evidence.contributors().stream()
            .anyMatch(one -> one.dimension().equals("user") && one.value().equals(user));
    return names ? transition.with(Evidence.NONE) : transition;
  }
}
