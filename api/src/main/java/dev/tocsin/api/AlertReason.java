package dev.tocsin.api;

/** Why an alert of a rule is there. */
public enum AlertReason {
  /** The rule's condition is true for the group. */
  CONDITION,
  /** The condition is unknown for the group, for lack of data, and the rule says {@code alert}. */
  NO_DATA,
  /** The condition is true for more groups than the rule's {@code limit} lets have an alert. */
  OVERFLOW;

  /** The name as JSON and labels write it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
