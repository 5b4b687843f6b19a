package dev.tocsin.dsl.syntax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers with units are written: {@code 10m}, {@code 1h30m}, {@code $2.5k}, {@code 5%}. */
public final class NumberText {
  private static final Pattern NUMBER =
      Pattern.compile("(\\$?)([0-9]+(?:\\.[0-9]+)?)([eE][+-]?[0-9]+)?(.*)", Pattern.DOTALL);
  private static final Pattern COMPOUND_PART = Pattern.compile("([0-9]+)(ns|us|ms|[smhdw])");

  /** Longer or larger numbers are mistakes, and would be slow to calculate with. */
  private static final int MOST_DIGITS = 30;

  private static final Map<String, NumberUnit> TIMES = times();

  private NumberText() {}

  /** What a text turned out to be. */
  public sealed interface Reading {
    /** A number; without trailing zeros, and {@code k} and {@code M} applied. */
    record Value(BigDecimal value, NumberUnit unit) implements Reading {}

    /** Not a number, and why. */
    record Problem(String message, Optional<String> hint) implements Reading {}
  }

  /** Reads a number without a sign. */
  public static Reading read(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return new Reading.Problem("'" + text + "' is not a number", Optional.empty());
    }
    boolean dollars = !number.group(1).isEmpty();
    String digits = number.group(2);
    String exponent = number.group(3) == null ? "" : number.group(3);
    String suffix = number.group(4);
    if (digits.length() > MOST_DIGITS || exponent.length() > 4) {
      return tooLarge();
    }
    BigDecimal value = new BigDecimal(digits + exponent);
    if (Math.abs(value.scale()) > MOST_DIGITS) {
      return tooLarge();
    }
    if (suffix.isEmpty()) {
      return value(value, dollars ? NumberUnit.DOLLARS : NumberUnit.NONE);
    }
    if (suffix.equals("k") || suffix.equals("M")) {
      BigDecimal multiplied = value.movePointRight(suffix.equals("k") ? 3 : 6);
      return value(multiplied, dollars ? NumberUnit.DOLLARS : NumberUnit.NONE);
    }
    if (!dollars && suffix.equals("%")) {
      return value(value, NumberUnit.PERCENT);
    }
    if (!dollars && TIMES.containsKey(suffix)) {
      return value(value, TIMES.get(suffix));
    }
    return compound(text)
        .orElseGet(() -> UnitSpelling.problem(number.group(1), digits + exponent, suffix));
  }

  /** As it is written in a condition; reading it gives the same value and unit. */
  public static String write(BigDecimal value, NumberUnit unit) {
    String digits = value.toPlainString();
    return switch (unit) {
      case NONE -> digits;
      case DOLLARS -> "$" + digits;
      case PERCENT -> digits + "%";
      case NANOSECONDS -> digits + "ns";
      case MICROSECONDS -> digits + "us";
      case MILLISECONDS -> digits + "ms";
      case SECONDS -> digits + "s";
      case MINUTES -> digits + "m";
      case HOURS -> digits + "h";
      case DAYS -> digits + "d";
      case WEEKS -> digits + "w";
    };
  }

  /**
   * The length of time, or nothing when the unit is not one of time or the length is beyond what
   * nanoseconds in 64 bits hold (292 years). Parts of a nanosecond are dropped.
   */
  public static Optional<Duration> duration(BigDecimal value, NumberUnit unit) {
    return inNanoseconds(value, unit)
        .map(nanos -> nanos.setScale(0, RoundingMode.DOWN))
        .filter(nanos -> nanos.toBigInteger().bitLength() < Long.SIZE)
        .map(nanos -> Duration.ofNanos(nanos.longValueExact()));
  }

  /** The length of time, however long; nothing when the unit is not one of time. */
  public static Optional<BigDecimal> inNanoseconds(BigDecimal value, NumberUnit unit) {
    return nanoseconds(unit).map(BigDecimal::new).map(value::multiply);
  }

  /** Whether the unit is one of time. */
  public static boolean isTime(NumberUnit unit) {
    return nanoseconds(unit).isPresent();
  }

  private static Optional<Long> nanoseconds(NumberUnit unit) {
    return switch (unit) {
      case NONE, DOLLARS, PERCENT -> Optional.empty();
      case NANOSECONDS -> Optional.of(1L);
      case MICROSECONDS -> Optional.of(1_000L);
      case MILLISECONDS -> Optional.of(1_000_000L);
      case SECONDS -> Optional.of(1_000_000_000L);
      case MINUTES -> Optional.of(60_000_000_000L);
      case HOURS -> Optional.of(3_600_000_000_000L);
      case DAYS -> Optional.of(86_400_000_000_000L);
      case WEEKS -> Optional.of(604_800_000_000_000L);
    };
  }

  /** {@code 1h30m} is 90 minutes; each unit must be smaller than the one before. */
  private static Optional<Reading> compound(String text) {
    Matcher part = COMPOUND_PART.matcher(text);
    BigDecimal total = BigDecimal.ZERO;
    long unitBefore = Long.MAX_VALUE;
    NumberUnit unit = NumberUnit.NONE;
    int end = 0;
    while (part.find() && part.start() == end) {
      unit = Objects.requireNonNull(TIMES.get(part.group(2)), part.group(2));
      long nanoseconds = nanoseconds(unit).orElseThrow();
      if (nanoseconds >= unitBefore) {
        return Optional.empty();
      }
      total = total.add(new BigDecimal(part.group(1)).multiply(new BigDecimal(nanoseconds)));
      unitBefore = nanoseconds;
      end = part.end();
    }
    if (end == 0 || end < text.length()) {
      return Optional.empty();
    }
    // every larger unit is a whole multiple of a smaller one
    return Optional.of(value(total.divide(new BigDecimal(unitBefore)), unit));
  }

  private static Reading value(BigDecimal value, NumberUnit unit) {
    BigDecimal stripped = value.stripTrailingZeros();
    return new Reading.Value(stripped.scale() < 0 ? stripped.setScale(0) : stripped, unit);
  }

  private static Reading tooLarge() {
    return new Reading.Problem(
        "the number is too long", Optional.of("at most " + MOST_DIGITS + " digits"));
  }

  private static Map<String, NumberUnit> times() {
    Map<String, NumberUnit> times = new LinkedHashMap<>();
    for (NumberUnit unit : NumberUnit.values()) {
      if (isTime(unit)) {
        times.put(write(BigDecimal.ONE, unit).substring(1), unit);
      }
    }
    return times;
  }
}
