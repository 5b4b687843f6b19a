package dev.tocsin.trace.record;

import dev.tocsin.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;

/** Bare numbers that stand for a time in milliseconds since 1970. */
public final class EpochMillis {
  private static final int NANO_DIGITS = 6;
  private static final int LONGEST = 60;

  /** 1973-03-03: in milliseconds nobody means less, in seconds it is the year 5138. */
  private static final BigDecimal LEAST = new BigDecimal("1e11");

  private static final BigDecimal LEAST_SECONDS = new BigDecimal("1e8");
  private static final BigDecimal LEAST_MICROS = new BigDecimal("1e14");
  private static final BigDecimal LEAST_NANOS = new BigDecimal("1e17");
  private static final BigDecimal BEYOND_NANOS = new BigDecimal("1e20");

  private EpochMillis() {}

  /**
   * The time in nanoseconds since 1970.
   *
   * @param field its name, for the message
   * @throws BadEventException when it is before 1973-03-03, as seconds are that were taken for
   *     milliseconds, or after what nanoseconds can count, as microseconds are
   */
  public static long nanos(String field, BigDecimal millis) throws BadEventException {
    if (millis.signum() < 0) {
      throw new BadEventException(field + " is before 1970: " + shortened(millis));
    }
    if (millis.compareTo(LEAST) < 0) {
      throw new BadEventException(
          "%s %s would be in %d: epoch milliseconds are expected%s"
              .formatted(
                  field,
                  shortened(millis),
                  Instant.ofEpochMilli(millis.longValue()).atOffset(ZoneOffset.UTC).getYear(),
                  millis.compareTo(LEAST_SECONDS) < 0 ? "" : ", this looks like seconds"));
    }
    if (isBetween(millis, LEAST_MICROS, LEAST_NANOS)) {
      throw tooFine(field, millis, "microseconds");
    }
    if (isBetween(millis, LEAST_NANOS, BEYOND_NANOS)) {
      throw tooFine(field, millis, "nanoseconds");
    }
    try {
      return Decimals.scaled(millis, NANO_DIGITS);
    } catch (ArithmeticException e) {
      throw new BadEventException(field + " is out of range: " + shortened(millis));
    }
  }

  private static boolean isBetween(BigDecimal millis, BigDecimal from, BigDecimal below) {
    return millis.compareTo(from) >= 0 && millis.compareTo(below) < 0;
  }

  private static BadEventException tooFine(String field, BigDecimal millis, String unit) {
    return new BadEventException(
        "%s %s is out of range: epoch milliseconds are expected, this looks like %s"
            .formatted(field, shortened(millis), unit));
  }

  private static String shortened(BigDecimal millis) {
    String text = millis.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
