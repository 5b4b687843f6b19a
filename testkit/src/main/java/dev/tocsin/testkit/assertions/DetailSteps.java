package dev.tocsin.testkit.assertions;

import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.ValueText;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What alerts say while they fire. */
final class DetailSteps {
  private DetailSteps() {}

  static Step severity(Severity severity) {
    return detail(
        "to have severity " + severity.label(),
        each -> each.severity() == severity,
        each -> each.severity().label());
  }

  static Step label(String name, String value) {
    return text("label", name, value, Transition::labels);
  }

  static Step annotation(String name, String value) {
    return text("annotation", name, value, Transition::annotations);
  }

  static Step annotationWith(String name, String part) {
    return detail(
        "to have an annotation " + name + " with '" + part + "'",
        each -> Optional.ofNullable(each.annotations().get(name)).orElse("").contains(part),
        each -> quoted(name, each.annotations()));
  }

  /**
   * @param expected in words
   */
  static Step value(String expected, DoublePredicate fits) {
    return new Step(
        "to fire with a value of " + expected,
        life -> life.firing().filter(each -> fits(each.decisive().value(), fits)).isPresent(),
        lives ->
            LifeWords.each(
                lives,
                life ->
                    "fired with "
                        + life.firing().map(DetailSteps::value).orElse("no value at all")));
  }

  private static boolean fits(@Nullable Double value, DoublePredicate fits) {
    return value != null && fits.test(value);
  }

  private static String value(Transition firing) {
    Double value = firing.decisive().value();
    return value == null
        ? "no value"
        : value + ", which is " + ValueText.exact(value, firing.decisive().unit());
  }

  private static Step text(
      String kind, String name, String value, Function<Transition, Map<String, String>> texts) {
    return detail(
        "to have the " + kind + " " + name + " '" + value + "'",
        each -> value.equals(texts.apply(each).get(name)),
        each -> quoted(name, texts.apply(each)));
  }

  private static String quoted(String name, Map<String, String> texts) {
    String value = texts.get(name);
    return value == null
        ? (texts.isEmpty() ? "none at all" : "only " + String.join(", ", texts.keySet()))
        : "'" + value + "'";
  }

  private static Step detail(
      String expected, Predicate<Transition> fits, Function<Transition, String> is) {
    return new Step(
        expected,
        life -> life.whileFiring().anyMatch(fits),
        lives ->
            LifeWords.each(
                lives,
                life ->
                    "had "
                        + life.whileFiring()
                            .map(is)
                            .distinct()
                            .collect(Collectors.joining(", then "))));
  }
}
