package dev.tocsin.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal numbers as scaled integers, the form in which events carry them. */
public final class Decimals {
  private static final int MAX_DIGITS = 19;

  private Decimals() {}

  /**
   * {@code value} times ten to the {@code digits}, rounded half-even to a whole number.
   *
   * @throws ArithmeticException when that does not fit a long
   */
  public static long scaled(BigDecimal value, int digits) {
    long magnitude = (long) value.precision() - value.scale() + digits;
    if (value.signum() == 0 || magnitude < 0) {
      return 0; // also keeps 1e-999999999 from being written out
    }
    if (magnitude > MAX_DIGITS) {
      throw new ArithmeticException("out of range: " + value);
    }
    return value.movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
