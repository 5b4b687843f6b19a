package dev.tocsin.event;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.parser.ConditionParser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field of a host's own: an attribute of calls that rules name without {@code attr.}, with its
 * kind and unit checked. An attribute of another kind than declared is not known.
 */
public final class DeclaredField {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*");

  /** What calls may carry, and base units in one unit as shown, as a power of ten. */
  private static final Map<Unit, Integer> DIGITS =
      new EnumMap<>(
          Map.of(Unit.COUNT, 0, Unit.TOKENS, 0, Unit.DURATION, 3, Unit.MONEY, 9, Unit.NUMBER, 9));

  private final FieldDescription description;
  private final String attribute;

  private DeclaredField(FieldDescription description, String attribute) {
    this.description = description;
    this.attribute = requireNonNull(attribute, "attribute");
  }

  /**
   * A text, by which rules can group.
   *
   * @param name as rules write it, and the name of the attribute
   * @param meaning in a few words, shown to authors of rules
   * @throws IllegalArgumentException when rules could not write the name
   */
  public static DeclaredField text(String name, String meaning) {
    return of(name, FieldKind.TEXT, Optional.empty(), meaning, name + " == \"...\"");
  }

  /**
   * A number, which rules can fold and compare. Rounded to whole counts and tokens, microseconds,
   * nano-dollars, or billionths.
   *
   * @param name as rules write it, and the name of the attribute
   * @param unit what the attribute counts: milliseconds for {@link Unit#DURATION}, US dollars for
   *     {@link Unit#MONEY}; a fraction is a plain {@link Unit#NUMBER}
   * @param meaning in a few words, shown to authors of rules
   * @throws IllegalArgumentException when rules could not write the name, or for a unit that only
   *     aggregates have
   */
  public static DeclaredField number(String name, Unit unit, String meaning) {
    if (!DIGITS.containsKey(unit)) {
      throw new IllegalArgumentException(
          "field '%s': an attribute cannot be a %s; use NUMBER".formatted(name, unit));
    }
    return of(name, FieldKind.NUMBER, Optional.of(unit), meaning, name + " > 10");
  }

  /**
   * True or false.
   *
   * @param name as rules write it, and the name of the attribute
   * @param meaning in a few words, shown to authors of rules
   * @throws IllegalArgumentException when rules could not write the name
   */
  public static DeclaredField flag(String name, String meaning) {
    return of(name, FieldKind.FLAG, Optional.empty(), meaning, name + " == true");
  }

  /** The same field, read from an attribute of another name. */
  public DeclaredField from(String otherAttribute) {
    return new DeclaredField(description, otherAttribute);
  }

  /** What authors of rules see of it. */
  public FieldDescription description() {
    return description;
  }

  String name() {
    return description.name();
  }

  Field field() {
    return switch (description.kind()) {
      case FLAG -> new Field.Flag(name(), new AttributeReader.OfFlag(attribute));
      case NUMBER -> {
        Unit unit = description.unit().orElseThrow();
        int digits = requireNonNull(DIGITS.get(unit));
        yield new Field.Number(
            name(), unit, false, new AttributeReader.OfNumber(attribute, digits));
      }
      case TEXT, ANY -> new Field.Text(name(), new AttributeReader.OfText(attribute));
    };
  }

  private static DeclaredField of(
      String name, FieldKind kind, Optional<Unit> unit, String meaning, String example) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "field '" + name + "': a name is made of letters, digits and _, as in: tenant_id");
    }
    if (ConditionParser.isKeyword(name)) {
      throw new IllegalArgumentException(
          "field '" + name + "': this is a word of the condition language");
    }
    return new DeclaredField(new FieldDescription(name, kind, unit, meaning, example), name);
  }
}
