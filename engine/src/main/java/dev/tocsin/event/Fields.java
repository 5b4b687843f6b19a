package dev.tocsin.event;

import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Unit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in fields of events, by the name that conditions give them. */
public final class Fields {
  static final String SCORE = "score.";
  static final String ATTRIBUTE = "attr.";
  static final String MEASURE = "measure.";

  private Fields() {}

  /** The field of a name, or empty when there is none. */
  public static Optional<Field> named(String name) {
    Optional<String> score = behind(SCORE, name);
    if (score.isPresent()) {
      return score.map(Fields::score);
    }
    Optional<String> attribute = behind(ATTRIBUTE, name);
    if (attribute.isPresent()) {
      return attribute.map(key -> new Field.Attribute(name, key));
    }
    Optional<String> measure = behind(MEASURE, name);
    if (measure.isPresent()) {
      return measure.map(Fields::measure);
    }
    return Optional.ofNullable(BuiltInFields.BY_NAME.get(name));
  }

  /** All declared names; scores, attributes and measures need no declaration. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BuiltInFields.BY_NAME.keySet());
  }

  /** What each is, and the families of scores, attributes and measures. */
  public static List<FieldDescription> descriptions() {
    return Collections.unmodifiableList(BuiltInFields.DESCRIPTIONS);
  }

  /** The field of a score that calls carry. */
  public static Field.Number score(String score) {
    return new Field.Number(SCORE + score, Unit.NUMBER, true, new ScoreReader(score));
  }

  /** The name of the score that a field reads, if it reads one. */
  public static Set<String> scores(Field field) {
    return behind(SCORE, field.name()).map(Set::of).orElse(Set.of());
  }

  /** The name of the measure that a field of this name reads, if it reads one. */
  public static Optional<String> measured(String field) {
    return behind(MEASURE, field);
  }

  /** A text of any field or attribute for use as a dimension, or null when not known. */
  public static @Nullable String dimension(Field field, Observation event) {
    if (field instanceof Field.Text text) {
      return text.reader().read(event);
    }
    if (field instanceof Field.Flag flag) {
      Boolean value = flag.reader().read(event);
      return value == null ? null : value.toString();
    }
    if (field instanceof Field.Attribute attribute) {
      return AttributeReader.text(event.attribute(attribute.key()));
    }
    throw new IllegalArgumentException(field.name() + " is a number, not a dimension");
  }

  private static Field.Number measure(String measure) {
    return new Field.Number(
        MEASURE + measure,
        Unit.NUMBER,
        false,
        event -> {
          Measure measured = event.measure();
          return measured != null && measured.name().equals(measure)
              ? measured.value()
              : Event.UNKNOWN;
        });
  }

  private static Optional<String> behind(String prefix, String name) {
    return name.startsWith(prefix) && name.length() > prefix.length()
        ? Optional.of(name.substring(prefix.length()))
        : Optional.empty();
  }
}
