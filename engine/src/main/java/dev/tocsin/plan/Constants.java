package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers as written, in the base unit of what they are compared with. */
final class Constants {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final BigDecimal LONGEST =
      BigDecimal.valueOf(java.util.concurrent.TimeUnit.DAYS.toNanos(36_500));

  private final Problems problems;

  Constants(Problems problems) {
    this.problems = problems;
  }

  /** The literal that an expression is, signs applied; empty when it is none. */
  static Optional<Expr.NumberLiteral> literal(Expr expr) {
    if (expr instanceof Expr.NumberLiteral number) {
      return Optional.of(number);
    }
    if (expr instanceof Expr.Negation negation) {
      return literal(negation.operand())
          .map(n -> new Expr.NumberLiteral(n.value().negate(), n.unit(), negation.span()));
    }
    return Optional.empty();
  }

  /** Base units in one unit as shown, as a power of ten. */
  static int digits(Unit unit) {
    return switch (unit) {
      case DURATION -> 3;
      case MONEY, NUMBER -> 9;
      case COUNT, TOKENS, FRACTION, RATE -> 0;
    };
  }

  /**
   * A constant in base units. A bare number is taken in the unit as shown.
   *
   * @param what the other side, for the message
   * @param digits base units in one unit as shown, as a power of ten
   */
  double inBaseUnits(Expr.NumberLiteral literal, Unit unit, int digits, String what)
      throws TypingException {
    BigDecimal shown;
    if (literal.unit() == NumberUnit.NONE) {
      shown = literal.value();
    } else if (literal.unit() == NumberUnit.PERCENT) {
      if (unit != Unit.FRACTION && unit != Unit.NUMBER) {
        throw mismatch(literal, unit, what);
      }
      shown = literal.value().divide(HUNDRED);
    } else if (literal.unit() == NumberUnit.DOLLARS) {
      if (unit != Unit.MONEY) {
        throw mismatch(literal, unit, what);
      }
      shown = literal.value();
    } else {
      if (unit != Unit.DURATION) {
        throw mismatch(literal, unit, what);
      }
      shown =
          literal.value().multiply(BigDecimal.valueOf(nanosIn(literal.unit()))).movePointLeft(6);
    }
    return shown.movePointRight(digits).doubleValue();
  }

  /**
   * A duration in nanoseconds.
   *
   * @param what names it in the message
   */
  long durationNanos(Expr.NumberLiteral literal, String what) throws TypingException {
    long unit = nanosIn(literal.unit());
    if (unit == 0) {
      throw problems.error(
          Code.BAD_DURATION,
          literal.span(),
          what + " must be a duration such as 10m, 24h or 7d, not '" + literal.span().text() + "'");
    }
    BigDecimal nanos =
        literal.value().multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_EVEN);
    if (nanos.signum() <= 0 || nanos.compareTo(LONGEST) > 0) {
      throw problems.error(
          Code.BAD_DURATION,
          literal.span(),
          what + " must be more than zero and less than 100 years");
    }
    return nanos.longValueExact();
  }

  private TypingException mismatch(Expr.NumberLiteral literal, Unit unit, String what) {
    return problems.error(
        Code.UNIT_MISMATCH,
        literal.span(),
        "'%s' is %s and '%s' is %s"
            .formatted(what, describe(unit), literal.span().text(), describe(literal.unit())));
  }

  static String describe(Unit unit) {
    return switch (unit) {
      case COUNT -> "a count";
      case TOKENS -> "a number of tokens";
      case DURATION -> "a duration";
      case MONEY -> "money";
      case FRACTION -> "a fraction";
      case RATE -> "a rate in events a second";
      case NUMBER -> "a plain number";
    };
  }

  static String describe(NumberUnit unit) {
    return switch (unit) {
      case NONE -> "a plain number";
      case DOLLARS -> "money";
      case PERCENT -> "a percentage";
      case NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS, WEEKS ->
          "a duration";
    };
  }

  static long nanosIn(NumberUnit unit) {
    return switch (unit) {
      case NANOSECONDS -> 1L;
      case MICROSECONDS -> 1_000L;
      case MILLISECONDS -> 1_000_000L;
      case SECONDS -> 1_000_000_000L;
      case MINUTES -> 60_000_000_000L;
      case HOURS -> 3_600_000_000_000L;
      case DAYS -> 86_400_000_000_000L;
      case WEEKS -> 604_800_000_000_000L;
      case NONE, DOLLARS, PERCENT -> 0L;
    };
  }
}
