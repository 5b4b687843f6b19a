package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberText.Reading.Value;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;

/** Other numbers in the place of one, in the same unit. */
final class Numbers {
  static final List<BigDecimal> A_FIFTH = List.of(new BigDecimal("1.2"), new BigDecimal("0.8"));
  static final List<BigDecimal> DOUBLE_AND_HALF =
      List.of(new BigDecimal("2"), new BigDecimal("0.5"));

  private static final int DIGITS = 12;
  private static final int NANOSECOND_DIGITS = 9;

  private Numbers() {}

  /** The number times each factor; 0 becomes 1. */
  static List<String> others(BigDecimal number, NumberUnit unit, List<BigDecimal> factors) {
    if (number.signum() == 0) {
      return List.of(NumberText.write(BigDecimal.ONE, unit));
    }
    return factors.stream()
        .map(factor -> number.multiply(factor, new MathContext(DIGITS)))
        .map(other -> NumberText.write(other.stripTrailingZeros(), unit))
        .toList();
  }

  /** The same of a length of time, in the unit it is written in, or in seconds. */
  static List<String> others(Located<Duration> length, List<BigDecimal> factors) {
    if (NumberText.read(length.span().text().strip()) instanceof Value written) {
      return others(written.value(), written.unit(), factors);
    }
    BigDecimal seconds =
        new BigDecimal(BigInteger.valueOf(length.value().toNanos()), NANOSECOND_DIGITS);
    return others(seconds, NumberUnit.SECONDS, factors);
  }
}
