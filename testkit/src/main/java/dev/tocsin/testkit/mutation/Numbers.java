package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberText.Reading.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Other numbers in the place of one, in the same unit. */
final class Numbers {
  static final List<BigDecimal> A_FIFTH = List.of(new BigDecimal("1.2"), new BigDecimal("0.8"));
  static final List<BigDecimal> DOUBLE_AND_HALF =
      List.of(new BigDecimal("2"), new BigDecimal("0.5"));

  private static final int DIGITS = 12;

  private Numbers() {}

  /** The number times each factor; 0 becomes 1; nothing where the text is no number. */
  static List<String> others(String text, List<BigDecimal> factors) {
    if (!(NumberText.read(text.strip()) instanceof Value number)) {
      return List.of();
    }
    if (number.value().signum() == 0) {
      return List.of(NumberText.write(BigDecimal.ONE, number.unit()));
    }
    return factors.stream()
        .map(factor -> number.value().multiply(factor, new MathContext(DIGITS)))
        .map(other -> NumberText.write(other.stripTrailingZeros(), number.unit()))
        .toList();
  }
}
