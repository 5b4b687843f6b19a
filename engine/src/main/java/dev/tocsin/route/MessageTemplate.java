package dev.tocsin.route;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Titles and texts of messages about several alerts: what they have in common, and how many. */
final class MessageTemplate {
  private static final int LONGEST = 20_000;

  private MessageTemplate() {}

  /** The text of a template. */
  static String text(Template template, List<NotifiedAlert> alerts) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          part instanceof Template.Text written
              ? written.text()
              : shown((Template.Field) part, alerts));
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text.toString();
  }

  private static String shown(Template.Field field, List<NotifiedAlert> alerts) {
    return switch (field.placeholder()) {
      case RULE -> common(alerts, Transition::rule);
      case SEVERITY ->
          alerts.stream()
              .map(alert -> alert.transition().severity())
              .max(Enum::compareTo)
              .orElseThrow()
              .label();
      case GROUP -> common(alerts, alert -> of(alert.group(), field.key()));
      case LABELS -> common(alerts, alert -> of(alert.labels(), field.key()));
      default -> "";
    };
  }

  private static String of(Map<String, String> texts, String key) {
    return Objects.requireNonNullElse(texts.get(key), "");
  }

  /** All values, or how many where they are too many to be read. */
  private static String common(List<NotifiedAlert> alerts, Function<Transition, String> of) {
    Set<String> values =
        alerts.stream()
            .map(NotifiedAlert::transition)
            .map(of)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    return String.join(", ", values);
  }
}
