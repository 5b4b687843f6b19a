package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which number of a rule is tried with which values, as {@code slow:threshold[2]=1s..5s}.
 *
 * @param rule its name; empty where there is only one
 * @param what is changed
 * @param index which of several thresholds or windows, from 1; empty where there is only one
 * @param low the first value
 * @param high the last value
 * @param unit in which both are; none where the rule says it
 */
public record SweepRange(
    Optional<String> rule,
    What what,
    Optional<Integer> index,
    BigDecimal low,
    BigDecimal high,
    NumberUnit unit) {
  private static final String EXAMPLES =
      "write it as threshold=1s..5s, slow:threshold=1s..5s, slow:threshold[2]=10..100, or for=0s..5m";

  private static final Pattern SYNTAX =
      Pattern.compile("(?:(.+):)?(threshold|for|window)(?:\\[([1-9][0-9]?)])?=(.+?)\\.\\.(.+)");

  /** Beyond this many digits of a step nobody cares. */
  private static final int DIGITS = 3;

  /** What of a rule is changed. */
  public enum What {
    /** The constant of a comparison. */
    THRESHOLD,
    /** How long the condition must hold. */
    FOR,
    /** The window. */
    WINDOW
  }

  /** A number as written. */
  private record Written(BigDecimal value, NumberUnit unit) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none, with the way to write it
   */
  public static SweepRange parse(String text) {
    Matcher parts = SYNTAX.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no sweep; " + EXAMPLES);
    }
    What what = What.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
    Written low = number(parts.group(4));
    Written high = number(parts.group(5));
    NumberUnit unit = common(low, high, text);
    BigDecimal from = in(unit, low);
    BigDecimal to = in(unit, high);
    if (from.compareTo(to) >= 0) {
      throw new IllegalArgumentException("'" + text + "': the second value must be the larger one");
    }
    if (what != What.THRESHOLD && !NumberText.isTime(unit)) {
      throw new IllegalArgumentException("'" + text + "' has no unit of time; " + EXAMPLES);
    }
    return new SweepRange(
        Optional.ofNullable(parts.group(1)).map(String::strip),
        what,
        Optional.ofNullable(parts.group(3)).map(Integer::valueOf),
        from,
        to,
        unit);
  }

  private static Written number(String text) {
    String digits = text.strip();
    boolean negative = digits.startsWith("-");
    NumberText.Reading reading = NumberText.read(negative ? digits.substring(1) : digits);
    if (reading instanceof NumberText.Reading.Value number) {
      return new Written(negative ? number.value().negate() : number.value(), number.unit());
    }
    throw new IllegalArgumentException("'" + text.strip() + "' is not a number; " + EXAMPLES);
  }

  /** That of the one which has one; of two lengths of time the finer. */
  private static NumberUnit common(Written low, Written high, String text) {
    if (low.unit() == high.unit() || high.unit() == NumberUnit.NONE) {
      return low.unit();
    }
    if (low.unit() == NumberUnit.NONE) {
      return high.unit();
    }
    if (NumberText.isTime(low.unit()) && NumberText.isTime(high.unit())) {
      return low.unit().compareTo(high.unit()) < 0 ? low.unit() : high.unit();
    }
    throw new IllegalArgumentException("'" + text + "': the two values have different units");
  }

  private static BigDecimal in(NumberUnit unit, Written number) {
    if (number.unit() == unit || number.unit() == NumberUnit.NONE) {
      return number.value();
    }
    return number.value().multiply(nanos(number.unit())).divide(nanos(unit), MathContext.DECIMAL64);
  }

  private static BigDecimal nanos(NumberUnit unit) {
    return BigDecimal.valueOf(NumberText.duration(BigDecimal.ONE, unit).orElseThrow().toNanos());
  }

  /**
   * The values, evenly spaced from the first to the last, rounded to three digits of the step.
   *
   * @param steps how many; at least 2
   * @throws IllegalArgumentException when there are fewer
   */
  public List<BigDecimal> values(int steps) {
    if (steps < 2) {
      throw new IllegalArgumentException("at least 2 values are needed, not " + steps);
    }
    BigDecimal gaps = BigDecimal.valueOf(steps - 1L);
    BigDecimal width = high.subtract(low);
    BigDecimal step = width.divide(gaps, new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    int scale = Math.max(0, step.scale());
    List<BigDecimal> values = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      BigDecimal exact =
          low.add(width.multiply(BigDecimal.valueOf(i)).divide(gaps, MathContext.DECIMAL128));
      boolean inside = i > 0 && i < steps - 1;
      values.add(inside ? exact.setScale(scale, RoundingMode.HALF_EVEN) : exact);
    }
    return values.stream().map(SweepRange::plain).distinct().toList();
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
