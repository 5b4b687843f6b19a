package dev.tocsin.event;

import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads an attribute of calls, or a label of measures, as a field of one kind. */
sealed interface AttributeReader {
  /** Hostile exponents are not written out: 1e999999999 has a gigabyte of digits. */
  int MOST_ZEROS = 30;

  /** The name of the attribute. */
  String key();

  /** An attribute's value as a text; numbers plainly and without trailing zeros. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return Math.abs((long) stripped.scale()) <= MOST_ZEROS
          ? stripped.toPlainString()
          : stripped.toString();
    }
    return value == null ? null : value.toString();
  }

  /** As a text, whatever it is. */
  record OfText(String key) implements AttributeReader, Field.TextReader {
    @Override
    public @Nullable String read(Observation event) {
      return text(event.attribute(key));
    }
  }

  /** As true or false; a label can only say it in letters. */
  record OfFlag(String key) implements AttributeReader, Field.FlagReader {
    @Override
    public @Nullable Boolean read(Observation event) {
      Object value = event.attribute(key);
      if (value instanceof Boolean flag) {
        return flag;
      }
      if ("true".equals(value)) {
        return true;
      }
      return "false".equals(value) ? false : null;
    }
  }

  /**
   * As a number, times ten to the digits and rounded to a whole one; what is no number is not
   * known.
   */
  record OfNumber(String key, int digits) implements AttributeReader, Field.NumberReader {
    /** Up to here every whole number is a double. */
    private static final double EXACT = 1L << 52;

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private static final double LARGEST = 9.2e18;

    @Override
    public long read(Observation event) {
      double amount = amount(event);
      if (Math.abs(amount) < EXACT) {
        return (long) amount;
      }
      return Math.abs(amount) < LARGEST && event.attribute(key) instanceof BigDecimal value
          ? Decimals.scaled(value, digits)
          : Event.UNKNOWN;
    }

    /** Also beyond the range of {@link #read}. */
    @Override
    public double amount(Observation event) {
      if (!(event.attribute(key) instanceof BigDecimal value)) {
        return Double.NaN;
      }
      double scaled = value.doubleValue() * POWERS[digits];
      if (Math.abs(scaled) < EXACT) {
        return Math.rint(scaled);
      }
      return Double.isInfinite(scaled) ? scaled : value.scaleByPowerOfTen(digits).doubleValue();
    }
  }
}
