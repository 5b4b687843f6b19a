package dev.tocsin.testkit.timeline;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.ValueText;
import java.util.Locale;
import java.util.function.BiFunction;

/** Readings against their thresholds: {@code answer_relevance 0.68 < 0.7}. */
public final class ReadingWords {
  private ReadingWords() {}

  /** A comparison that holds, or is said not to. */
  public static String of(ComparedReading reading, boolean holds) {
    String operator = (holds ? " " : ", not ") + reading.operator();
    return text(reading, (value, threshold) -> operator);
  }

  /** Once an alert is over, with the operator that is true of the value. */
  static String over(ComparedReading reading) {
    return text(reading, ReadingWords::relation);
  }

  /** {@code n=1,520}; empty without samples. */
  static String samples(ComparedReading reading) {
    return reading.samples() == 0 ? "" : String.format(Locale.ROOT, "n=%,d", reading.samples());
  }

  private static String text(ComparedReading reading, BiFunction<Double, Double, String> operator) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    if (value == null || value.isNaN() || threshold == null) {
      return reading.term() + " without data";
    }
    return reading.term()
        + " "
        + ValueText.near(value, threshold, reading.unit())
        + operator.apply(value, threshold)
        + " "
        + ValueText.exact(threshold, reading.unit());
  }

  private static String relation(double value, double threshold) {
    if (value == threshold) {
      return " ==";
    }
    return value < threshold ? " <" : " >";
  }
}
