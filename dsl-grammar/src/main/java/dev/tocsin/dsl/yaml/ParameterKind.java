package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.util.Locale;
import java.util.Set;

/** What the value of a parameter is, told from how it is written. */
public enum ParameterKind {
  DURATION("a duration"),
  MONEY("an amount of money"),
  SHARE("a share"),
  NUMBER("a number"),
  FLAG("true or false"),
  TEXT("a text"),
  LIST("a list of texts");

  private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off");

  private final String words;

  ParameterKind(String words) {
    this.words = words;
  }

  /** With an article. */
  public String words() {
    return words;
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
