package dev.tocsin.channels.text;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.ValueText;

/** Readings in words. */
public final class ReadingText {
  private static final String NO_DATA = "no data";

  private ReadingText() {}

  /** As people read it: {@code 2.5 s}. */
  public static String value(ComparedReading reading) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    return value == null
        ? NO_DATA
        : ValueText.near(value, threshold == null ? Double.NaN : threshold, reading.unit());
  }

  /** What it was compared with: {@code > 2 s}. */
  public static String threshold(ComparedReading reading) {
    Double threshold = reading.threshold();
    return reading.operator()
        + " "
        + (threshold == null ? NO_DATA : ValueText.exact(threshold, reading.unit()));
  }

  /** Both: {@code 2.5 s, threshold > 2 s}. */
  static String both(ComparedReading reading) {
    return value(reading) + ", threshold " + threshold(reading);
  }
}
