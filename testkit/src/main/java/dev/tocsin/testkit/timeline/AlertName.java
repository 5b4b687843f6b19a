package dev.tocsin.testkit.timeline;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Transition;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts as people call them: {@code quality_drop{user=u1}}. */
public final class AlertName {
  private AlertName() {}

  /** By rule and group. */
  public static String of(String rule, Map<String, String> group) {
    return group.isEmpty()
        ? rule
        : rule
            + group.entrySet().stream()
                .map(each -> each.getKey() + "=" + oneLine(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
  }

  /** With the reason, where it is not the condition. */
  public static String of(Transition transition) {
    return of(transition.rule(), transition.group())
        + (transition.reason() == AlertReason.CONDITION
            ? ""
            : " (" + transition.reason().label() + ")");
  }

  /** Control characters become {@code ?}, so that a line stays a line. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
