package dev.tocsin.dsl.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a template can show; not every kind of template can show everything. */
@SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
public enum Placeholder {
  /** The reading that decides: the left side of the first comparison that holds. */
  VALUE(TemplateKind.ALERT),
  /** What it is compared with. */
  THRESHOLD(TemplateKind.ALERT),
  /** How many events it rests on. */
  SAMPLES(TemplateKind.ALERT),
  /** The term as the author wrote it. */
  TERM(TemplateKind.ALERT),
  /** The rule's name; in a message empty where its alerts are of several rules. */
  RULE(TemplateKind.ALERT, TemplateKind.MESSAGE, TemplateKind.LINK),
  /** The alert's severity; in a message the worst. */
  SEVERITY(TemplateKind.ALERT, TemplateKind.MESSAGE, TemplateKind.LINK),
  /** The tick of the transition. */
  TIME(TemplateKind.ALERT),
  /** A dimension of the alert's group: {@code group.user}; in a message of all, or empty. */
  GROUP(TemplateKind.ALERT, TemplateKind.MESSAGE, TemplateKind.LINK),
  /** A label of the alert: {@code labels.team}; in a message of all, or empty. */
  LABELS(TemplateKind.ALERT, TemplateKind.MESSAGE, TemplateKind.LINK),
  /** The segments that contribute most. */
  TOP_CONTRIBUTORS(TemplateKind.ALERT),
  /** How many alerts a message is about. */
  COUNT(TemplateKind.MESSAGE),
  /** How many of them fire. */
  FIRING(TemplateKind.MESSAGE),
  /** How many of them have stopped firing. */
  RESOLVED(TemplateKind.MESSAGE),
  /** The name of the receiver of a message. */
  RECEIVER(TemplateKind.MESSAGE),
  /** The trace of the exemplar. */
  TRACE(TemplateKind.LINK),
  /** The id of the exemplar. */
  CALL(TemplateKind.LINK);

  private final List<TemplateKind> kinds;

  Placeholder(TemplateKind... kinds) {
    this.kinds = List.of(kinds);
  }

  /** As templates write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a name follows behind a dot. */
  public boolean isKeyed() {
    return this == GROUP || this == LABELS;
  }

  /** Whether templates of a kind can show it. */
  public boolean isIn(TemplateKind kind) {
    return kinds.contains(kind);
  }

  /** Whether it is a count, which a format may follow. */
  public boolean isCount() {
    return this == COUNT || this == FIRING || this == RESOLVED;
  }

  static Optional<Placeholder> labelled(String label) {
    return Arrays.stream(values())
        .filter(placeholder -> placeholder.label().equals(label))
        .findFirst();
  }

  List<TemplateKind> kinds() {
    return kinds;
  }
}
