package dev.tocsin.cli.text;

import dev.tocsin.api.Unit;
import dev.tocsin.api.ValueText;

/** Readings and thresholds as alerts show them: {@code 3.21 s}, {@code $96.79}, {@code 7.2%}. */
public final class Quantity {
  private Quantity() {}

  /** Exactly as typed, for thresholds. */
  public static String exact(double value, Unit unit) {
    return ValueText.exact(value, unit);
  }

  /** Short, but never so short that it reads like a number it differs from. */
  public static String near(double value, double other, Unit unit) {
    return ValueText.near(value, other, unit);
  }
}
