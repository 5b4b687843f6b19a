package dev.tocsin.template;

import dev.tocsin.api.Contributor;
import dev.tocsin.api.Unit;
import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Labels and annotations of an alert, with their templates filled in. What a template asks for that
 * the alert does not have is left out; the planner has made sure that there is no such.
 *
 * @param labels in the order of the rule
 * @param annotations in the order of the rule
 */
public record AlertTexts(Map<String, String> labels, Map<String, String> annotations) {
  /** Characters of one text; a group's value may be of any length and stand there many times. */
  static final int LONGEST = 20_000;

  private static final String NO_DATA = "no data";
  private static final int MOST_CONTRIBUTORS = 3;

  /** Fills in the templates: first the labels, which annotations may show. */
  public static AlertTexts of(
      Map<String, Template> labels, Map<String, Template> annotations, AlertFacts facts) {
    Map<String, String> filled = filled(labels, facts, Map.of());
    return new AlertTexts(filled, filled(annotations, facts, filled));
  }

  /** With one more label behind the others. */
  public AlertTexts withLabel(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(name, value);
    return new AlertTexts(Collections.unmodifiableMap(more), annotations);
  }

  /** With one more annotation behind the others. */
  public AlertTexts withAnnotation(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(annotations);
    more.put(name, value);
    return new AlertTexts(labels, Collections.unmodifiableMap(more));
  }

  private static Map<String, String> filled(
      Map<String, Template> templates, AlertFacts facts, Map<String, String> labels) {
    if (templates.isEmpty()) {
      return Map.of();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    templates.forEach((name, template) -> texts.put(name, text(template, facts, labels)));
    return Collections.unmodifiableMap(texts);
  }

  private static String text(Template template, AlertFacts facts, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          part instanceof Template.Text written
              ? written.text()
              : shown((Template.Field) part, facts, labels));
      if (text.length() > LONGEST) {
        text.setLength(LONGEST);
        return text.append("...").toString();
      }
    }
    return text.toString();
  }

  private static String shown(Template.Field field, AlertFacts facts, Map<String, String> labels) {
    Double value = facts.decisive().value();
    Double threshold = facts.decisive().threshold();
    Unit unit = unit(field.format(), facts.decisive().unit());
    return switch (field.placeholder()) {
      case VALUE -> value == null ? NO_DATA : near(value, threshold, unit);
      case THRESHOLD -> threshold == null ? NO_DATA : ValueText.exact(threshold, unit);
      case SAMPLES -> ValueText.exact((double) facts.decisive().samples(), Unit.COUNT);
      case TERM -> facts.decisive().term();
      case RULE -> facts.rule();
      case SEVERITY -> facts.severity().label();
      case TIME -> facts.time().toString();
      case GROUP -> Objects.toString(facts.group().get(field.key()), "");
      case LABELS -> Objects.toString(labels.get(field.key()), "");
      case TOP_CONTRIBUTORS -> contributors(facts.topContributors());
      case COUNT, FIRING, RESOLVED, RECEIVER, TRACE, CALL -> "";
    };
  }

  private static String contributors(List<Contributor> contributors) {
    return contributors.isEmpty()
        ? "unknown"
        : contributors.stream()
            .limit(MOST_CONTRIBUTORS)
            .map(AlertTexts::contributor)
            .collect(Collectors.joining(", "));
  }

  private static String contributor(Contributor each) {
    return each.dimension() + "=" + each.value() + " " + Math.round(100 * each.share()) + "%";
  }

  private static String near(double value, @Nullable Double threshold, Unit unit) {
    return ValueText.near(value, threshold == null ? Double.NaN : threshold, unit);
  }

  /** Without a format numbers are shown as their unit says. */
  private static Unit unit(Optional<Located<TemplateFormat>> format, Unit own) {
    return format
        .map(
            written ->
                switch (written.value()) {
                  case MONEY -> Unit.MONEY;
                  case DURATION -> Unit.DURATION;
                  case PERCENT -> Unit.FRACTION;
                  case NUMBER -> Unit.NUMBER;
                })
        .orElse(own);
  }
}
