package dev.tocsin.dsl.template;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text with placeholders, {@code {{ value | money }} spent by {{ group.user }}}. Immutable.
 *
 * @param parts in order; no two texts beside each other, and no empty one
 * @param span where it was written
 */
public record Template(List<Part> parts, Span span) {

  /** A stretch of a template. */
  public sealed interface Part {}

  /** Shown as it is. */
  public record Text(String text) implements Part {}

  /**
   * Replaced when it is shown.
   *
   * @param placeholder what by
   * @param key the dimension or label, behind the dot; empty for all others
   * @param format how a number is shown, if not as its unit says
   * @param span what stands between the braces
   */
  public record Field(
      Placeholder placeholder, String key, Optional<Located<TemplateFormat>> format, Span span)
      implements Part {}

  public Template {
    parts = List.copyOf(parts);
  }

  /** A template without placeholders. */
  public static Template ofText(String text, Span span) {
    return new Template(text.isEmpty() ? List.of() : List.of(new Text(text)), span);
  }

  /** The placeholders, in order. */
  public Stream<Field> fields() {
    return parts.stream().filter(Field.class::isInstance).map(Field.class::cast);
  }
}
