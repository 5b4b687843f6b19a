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
  static Optional<Expr.NumberLiteral> number(Expr expr) {
    if (expr instanceof Expr.NumberLiteral number) {
      return Optional.of(number);
    }
    if (expr instanceof Expr.Negation negation) {
      return number(negation.operand())
          .map(n -> new Expr.NumberLiteral(n.value().negate(), n.unit(), negation.span()));
    }
    return Optional.empty();
  }

  /** A number as written, in the unit as shown. */
  static Literal literal(Expr.NumberLiteral number) {
    return switch (number.unit()) {
      case NONE -> new Literal(number.value(), Optional.empty(), number.span());
      case PERCENT ->
          new Literal(number.value().divide(HUNDRED), Optional.of(Unit.FRACTION), number.span());
      case DOLLARS -> new Literal(number.value(), Optional.of(Unit.MONEY), number.span());
      case NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS, WEEKS ->
          new Literal(
              number.value().multiply(BigDecimal.valueOf(nanosIn(number.unit()))).movePointLeft(6),
              Optional.of(Unit.DURATION),
              number.span());
    };
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
    return inBaseUnits(literal(literal), unit, BigDecimal.ONE.movePointRight(digits), what);
  }

  /**
   * A constant in base units. A bare number is taken in the unit as shown.
   *
   * @param what the other side, for the message
   * @param scale base units in one unit as shown
   */
  double inBaseUnits(Literal literal, Unit unit, BigDecimal scale, String what)
      throws TypingException {
    boolean like =
        literal.unit().isEmpty()
            || literal.unit().get() == unit
            || (literal.unit().get() == Unit.FRACTION && unit == Unit.NUMBER);
    if (!like) {
      throw problems.error(
          Code.UNIT_MISMATCH,
          literal.span(),
          "'%s' is %s and '%s' is %s"
              .formatted(what, describe(unit), literal.span().text(), describe(literal)));
    }
    return literal.shown().multiply(scale).doubleValue();
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

  private static String describe(Literal literal) {
    return literal.unit().filter(unit -> unit == Unit.FRACTION).isPresent()
        ? "a percentage"
        : describe(literal.unit().orElse(Unit.NUMBER));
  }

  private static long nanosIn(NumberUnit unit) {
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
