package dev.tocsin.dsl.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a template can show of an alert. */
public enum Placeholder {
  /** The reading that decides: the left side of the first comparison that holds. */
  VALUE,
  /** What it is compared with. */
  THRESHOLD,
  /** How many events it rests on. */
  SAMPLES,
  /** The term as the author wrote it. */
  TERM,
  /** The rule's name. */
  RULE,
  /** The rule's severity. */
  SEVERITY,
  /** The tick of the transition. */
  TIME,
  /** A dimension of the alert's group: {@code group.user}. */
  GROUP,
  /** A label of the alert: {@code labels.team}. */
  LABELS,
  /** The segments that contribute most. */
  TOP_CONTRIBUTORS;

  /** As templates write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a name follows behind a dot. */
  public boolean isKeyed() {
    return this == GROUP || this == LABELS;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Placeholder::label).toList();
  }
}
