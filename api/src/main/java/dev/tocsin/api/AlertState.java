package dev.tocsin.api;

/** Where an alert stands in its life. */
public enum AlertState {
  /** The condition does not hold. */
  INACTIVE,
  /** The condition holds, but not yet for as long as the rule's {@code for} asks. */
  PENDING,
  /** The condition held for long enough, or has stopped holding less than keep_firing_for ago. */
  FIRING;

  /** The name as JSON writes it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
