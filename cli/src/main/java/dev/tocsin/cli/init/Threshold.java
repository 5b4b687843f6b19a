package dev.tocsin.cli.init;

import dev.tocsin.api.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Thresholds as the rule language writes them, to two digits. */
final class Threshold {
  private static final int DIGITS = 2;
  private static final BigDecimal SECOND = BigDecimal.valueOf(1_000);

  private Threshold() {}

  /** Not below a value. */
  static BigDecimal up(double value) {
    return round(value, RoundingMode.CEILING);
  }

  /** Not above a value. */
  static BigDecimal down(double value) {
    return round(value, RoundingMode.FLOOR);
  }

  /** A reading as it is. */
  static BigDecimal exactly(double value) {
    return new BigDecimal(Double.toString(value));
  }

  private static BigDecimal round(double value, RoundingMode mode) {
    return exactly(value).round(new MathContext(DIGITS, mode));
  }

  static String text(BigDecimal value, Unit unit) {
    return switch (unit) {
      case DURATION ->
          value.compareTo(SECOND) < 0
              ? plain(value) + "ms"
              : plain(value.divide(SECOND, MathContext.DECIMAL64)) + "s";
      case MONEY -> "$" + plain(value);
      case FRACTION -> plain(value.movePointRight(2)) + "%";
      case COUNT, TOKENS, RATE, NUMBER -> plain(value);
    };
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
