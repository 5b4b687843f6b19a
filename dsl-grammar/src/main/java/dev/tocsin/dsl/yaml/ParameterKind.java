package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.util.Locale;
import java.util.Set;

/** What the value of a parameter is, told from how it is written. */
public enum ParameterKind {
  DURATION("a duration", "5m"),
  MONEY("an amount of money", "$10"),
  SHARE("a share", "5%"),
  NUMBER("a number", "3"),
  FLAG("true or false", "true"),
  TEXT("a text", "search"),
  LIST("a list of texts", "[slack, email]");

  private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off");

  private final String words;
  private final String example;

  ParameterKind(String words, String example) {
    this.words = words;
    this.example = example;
  }

  /** With an article. */
  public String words() {
    return words;
  }

  /** A value of this kind, as an author would write it. */
  public String example() {
    return example;
  }

  /** Whether its values have an order. */
  public boolean isNumeric() {
    return switch (this) {
      case DURATION, MONEY, SHARE, NUMBER -> true;
      case FLAG, TEXT, LIST -> false;
    };
  }

  /** Whether a value of a kind can stand for one of this kind. */
  boolean takes(ParameterKind other) {
    return this == other || (this == TEXT && other != LIST);
  }

  /** That of a single text without quotes. */
  static ParameterKind of(String written) {
    String number = written.startsWith("-") ? written.substring(1) : written;
    if (NumberText.read(number) instanceof NumberText.Reading.Value value) {
      return of(value.unit());
    }
    return FLAGS.contains(written.toLowerCase(Locale.ROOT)) ? FLAG : TEXT;
  }

  private static ParameterKind of(NumberUnit unit) {
    return switch (unit) {
      case NONE -> NUMBER;
      case DOLLARS -> MONEY;
      case PERCENT -> SHARE;
      case NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS, WEEKS ->
          DURATION;
    };
  }
}
