package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Quantity;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A value against its threshold: {@code p95_latency 3.21 s > 2 s}. */
final class ReadingText {
  private ReadingText() {}

  /** The left side as written. */
  static AttributedString term(ComparedReading reading) {
    return Palette.text(reading.term());
  }

  /**
   * The value, the operator as written, and the threshold; once the alert is over, the operator is
   * the one that is true of the value.
   */
  static AttributedString comparison(ComparedReading reading, AlertState state) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    if (value == null || value.isNaN() || threshold == null) {
      return Palette.text("no data", Palette.STRONG);
    }
    String operator =
        state == AlertState.INACTIVE ? relation(value, threshold) : reading.operator();
    return new AttributedStringBuilder()
        .append(Quantity.near(value, threshold, reading.unit()), Palette.STRONG)
        .append(" " + operator + " ")
        .append(Quantity.exact(threshold, reading.unit()))
        .toAttributedString();
  }

  private static String relation(double value, double threshold) {
    if (value == threshold) {
      return "==";
    }
    return value < threshold ? "<" : ">";
  }
}
