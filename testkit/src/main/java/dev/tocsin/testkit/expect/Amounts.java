package dev.tocsin.testkit.expect;

import dev.tocsin.api.Unit;
import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberText.Reading.Value;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.testfile.Expectation.Amount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Numbers as written in tests, beside readings. */
final class Amounts {
  private static final double NANOS_A_MILLI = 1e6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  /** Whether numbers of a unit can be written so. */
  static boolean fits(Amount amount, Unit unit) {
    NumberUnit written = amount.value().unit();
    return switch (written) {
      case NONE -> true;
      case DOLLARS -> unit == Unit.MONEY;
      case PERCENT -> unit == Unit.FRACTION || unit == Unit.NUMBER;
      default -> unit == Unit.DURATION;
    };
  }

  /** In the unit in which readings are shown: milliseconds, dollars, shares. */
  static double shown(Value value) {
    if (NumberText.isTime(value.unit())) {
      Value one = new Value(BigDecimal.ONE, value.unit());
      return NumberText.duration(one.value(), one.unit()).orElse(Duration.ZERO).toNanos()
          / NANOS_A_MILLI
          * value.value().doubleValue();
    }
    return value.unit() == NumberUnit.PERCENT
        ? value.value().divide(HUNDRED).doubleValue()
        : value.value().doubleValue();
  }

  static double expected(Amount amount) {
    return amount.negative() ? -shown(amount.value()) : shown(amount.value());
  }

  /**
   * How far a reading may be from it: what is written, or half of the last digit that is written.
   */
  static double tolerance(Amount amount) {
    if (amount.tolerance().isPresent()) {
      Value most = amount.tolerance().get();
      return most.unit() == NumberUnit.PERCENT && amount.value().unit() != NumberUnit.PERCENT
          ? Math.abs(expected(amount)) * shown(most)
          : shown(most.unit() == NumberUnit.NONE ? sameUnit(most, amount) : most);
    }
    BigDecimal lastDigit =
        BigDecimal.ONE.movePointLeft(Math.max(0, amount.value().value().scale()));
    return shown(new Value(lastDigit, amount.value().unit())) / 2;
  }

  private static Value sameUnit(Value plain, Amount amount) {
    return new Value(plain.value(), amount.value().unit());
  }

  static boolean matches(Amount amount, double reading) {
    double slack = 1e-9 * Math.max(1, Math.abs(reading));
    return Math.abs(reading - expected(amount)) <= tolerance(amount) + slack;
  }

  static String text(Amount amount, Unit unit) {
    String about =
        amount
            .tolerance()
            .map(most -> " (give or take " + NumberText.write(most.value(), most.unit()) + ")")
            .orElse("");
    Value value = amount.value();
    String written = (amount.negative() ? "-" : "") + NumberText.write(value.value(), value.unit());
    return (fits(amount, unit) ? ValueText.exact(expected(amount), unit) : written) + about;
  }

  static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : BigDecimal.valueOf(value).toPlainString();
  }
}
