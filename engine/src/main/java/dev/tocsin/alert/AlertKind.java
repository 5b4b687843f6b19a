package dev.tocsin.alert;

/** What an alert of a rule is about. */
public enum AlertKind {
  /** The rule's condition is true for the group. */
  CONDITION,
  /** The condition is unknown for the group, of a rule with {@code no_data: alert}. */
  NO_DATA
}
