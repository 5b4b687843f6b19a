package dev.tocsin.testkit.field;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** How numbers of a kind are written, and what they are in base units. */
enum Scale {
  /** Milliseconds where no unit is written; in microseconds. */
  DURATION("a duration such as 800ms", true),
  /** Dollars; in nano-dollars. */
  MONEY("an amount such as $0.01", true),
  /** Whole things. */
  COUNT("a number such as 100 or 2k", true),
  /** A plain number or a percentage; in billionths. */
  NUMBER("a number such as 0.9 or 90%", false),
  /** What is multiplied with. */
  FACTOR("a factor such as 2 or 150%", true);

  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double BILLION = 1e9;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String expected;
  private final boolean positive;

  Scale(String expected, boolean positive) {
    this.expected = expected;
    this.positive = positive;
  }

  static Scale of(Unit unit) {
    return switch (unit) {
      case DURATION -> DURATION;
      case MONEY -> MONEY;
      case COUNT, TOKENS -> COUNT;
      case FRACTION, RATE, NUMBER -> NUMBER;
    };
  }

  /** What is expected, with an example. */
  String expected() {
    return expected;
  }

  /** Whether it cannot be less than 0. */
  boolean isPositive() {
    return positive;
  }

  /** In base units; empty where the unit is not one of these. */
  OptionalDouble base(NumberText.Reading.Value number) {
    double value = number.value().doubleValue();
    NumberUnit unit = number.unit();
    return switch (this) {
      case DURATION -> unit == NumberUnit.NONE ? some(value * MICROS_PER_MILLI) : micros(number);
      case MONEY ->
          unit == NumberUnit.NONE || unit == NumberUnit.DOLLARS
              ? some(value * BILLION)
              : OptionalDouble.empty();
      case COUNT -> unit == NumberUnit.NONE ? some(value) : OptionalDouble.empty();
      case NUMBER -> share(number, BILLION);
      case FACTOR -> share(number, 1);
    };
  }

  private static OptionalDouble micros(NumberText.Reading.Value number) {
    Optional<Double> micros =
        NumberText.duration(number.value(), number.unit())
            .map(length -> length.toNanos() / NANOS_PER_MICRO);
    return micros.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble share(NumberText.Reading.Value number, double one) {
    return switch (number.unit()) {
      case NONE -> some(number.value().doubleValue() * one);
      case PERCENT -> some(number.value().divide(HUNDRED).doubleValue() * one);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }
}
