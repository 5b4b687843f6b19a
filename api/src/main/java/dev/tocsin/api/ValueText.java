package dev.tocsin.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** Readings and thresholds in units people read: {@code 3.21 s}, {@code $96.79}, {@code 7.2%}. */
public final class ValueText {
  /** Enough to write any double as it was typed. */
  private static final int EXACT = 17;

  private static final int SHORT = 3;
  private static final double SECOND = 1_000;
  private static final double MINUTE = 60_000;
  private static final double SCIENTIFIC_FROM = 1e15;

  private ValueText() {}

  /** Exactly as typed, for thresholds. */
  public static String exact(double value, Unit unit) {
    return text(value, unit, EXACT);
  }

  /**
   * Short, but never so short that it reads like a number it differs from: 2000.4 ms against 2 s is
   * {@code 2.0004 s}.
   */
  public static String near(double value, double other, Unit unit) {
    int digits = value == other ? EXACT : SHORT;
    while (digits < EXACT && text(value, unit, digits).equals(text(other, unit, digits))) {
      digits++;
    }
    return text(value, unit, digits);
  }

  private static String text(double value, Unit unit, int digits) {
    if (Double.isNaN(value)) {
      return "no data";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    return switch (unit) {
      case DURATION -> duration(value, digits);
      case MONEY -> money(value, digits);
      case FRACTION -> number(BigDecimal.valueOf(value).movePointRight(2), digits) + "%";
      case RATE -> number(value, digits) + "/s";
      case TOKENS -> number(value, digits) + " tokens";
      case COUNT, NUMBER -> number(value, digits);
    };
  }

  private static String duration(double millis, int digits) {
    if (Math.abs(millis) < SECOND) {
      return number(millis, digits) + " ms";
    }
    boolean asTyped = digits == EXACT && millis % SECOND == 0;
    if (millis >= MINUTE && millis < SCIENTIFIC_FROM && (digits == SHORT || asTyped)) {
      return DurationText.of(Duration.ofMillis((long) millis));
    }
    return number(BigDecimal.valueOf(millis).movePointLeft(3), digits) + " s";
  }

  private static String money(double dollars, int digits) {
    String sign = dollars < 0 ? "-$" : "$";
    double amount = Math.abs(dollars);
    boolean cents = digits == SHORT && amount >= 1 && amount < SCIENTIFIC_FROM;
    return sign + (cents ? format(BigDecimal.valueOf(amount), 2, 2) : number(amount, digits));
  }

  private static String number(double value, int digits) {
    return number(BigDecimal.valueOf(value), digits);
  }

  private static String number(BigDecimal value, int digits) {
    if (value.abs().doubleValue() >= SCIENTIFIC_FROM) {
      return String.format(Locale.ROOT, "%.3g", value.doubleValue());
    }
    int whole = value.precision() - value.scale();
    MathContext rounding = new MathContext(Math.max(digits, whole), RoundingMode.HALF_EVEN);
    return format(value.round(rounding), 0, EXACT * 2);
  }

  private static String format(BigDecimal value, int leastDecimals, int mostDecimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return format.format(value);
  }
}
