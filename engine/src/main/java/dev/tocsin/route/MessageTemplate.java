package dev.tocsin.route;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Titles and texts of messages about several alerts: what they have in common, and how many. */
final class MessageTemplate {
  private static final int LONGEST = 20_000;

  private MessageTemplate() {}

  /** The text of a template. */
  static String text(Template template, String receiver, List<NotifiedAlert> alerts) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          part instanceof Template.Text written
              ? written.text()
              : shown((Template.Field) part, receiver, alerts));
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text.toString();
  }

  private static String shown(Template.Field field, String receiver, List<NotifiedAlert> alerts) {
    return switch (field.placeholder()) {
      case RULE -> String.join(", ", values(alerts, Transition::rule));
      case SEVERITY ->
          alerts.stream()
              .map(alert -> alert.transition().severity())
              .max(Enum::compareTo)
              .orElseThrow()
              .label();
      case GROUP -> common(alerts, alert -> of(alert.group(), field.key()));
      case LABELS -> common(alerts, alert -> of(alert.labels(), field.key()));
      case COUNT -> Integer.toString(alerts.size());
      case FIRING -> Long.toString(alerts.stream().filter(NotifiedAlert::isFiring).count());
      case RESOLVED -> Long.toString(alerts.stream().filter(one -> !one.isFiring()).count());
      case RECEIVER -> receiver;
      case VALUE, THRESHOLD, SAMPLES, TERM, TIME, TOP_CONTRIBUTORS, TRACE, CALL -> "";
    };
  }

  private static String of(Map<String, String> texts, String key) {
    return Objects.requireNonNullElse(texts.get(key), "");
  }

  /** What they have in common; empty where they differ. */
  private static String common(List<NotifiedAlert> alerts, Function<Transition, String> of) {
    Set<String> values = values(alerts, of);
    return values.size() == 1 ? values.iterator().next() : "";
  }

  private static Set<String> values(List<NotifiedAlert> alerts, Function<Transition, String> of) {
    Set<String> values = new LinkedHashSet<>();
    alerts.forEach(alert -> values.add(of.apply(alert.transition())));
    return values;
  }
}
