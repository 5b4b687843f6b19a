package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.plan.Expression.Combined;
import dev.tocsin.plan.Expression.Constant;
import dev.tocsin.plan.Expression.Operation;
import dev.tocsin.plan.TypedValue.Calculated;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Types sums, differences, products and quotients: units, scales and groups. */
final class ArithmeticTyper {
  private final Problems problems;

  ArithmeticTyper(Problems problems) {
    this.problems = problems;
  }

  TypedValue combine(TypedValue left, ArithmeticOperator operator, TypedValue right, Span span)
      throws TypingException {
    if (left instanceof Literal a && right instanceof Literal b) {
      return fold(a, operator, b, span);
    }
    return switch (operator) {
      case ADD -> sum(left, Operation.ADD, right, span);
      case SUBTRACT -> sum(left, Operation.SUBTRACT, right, span);
      case MULTIPLY -> scaled(left, Operation.MULTIPLY, right, span);
      case DIVIDE -> scaled(left, Operation.DIVIDE, right, span);
    };
  }

  /** The difference of the two sides of a comparison, of which only the sign counts. */
  Calculated compared(Calculated left, Calculated right, Span span) throws TypingException {
    return sum(left, Operation.COMPARE, right, span);
  }

  TypedValue negated(TypedValue value, Span span) {
    if (value instanceof Literal literal) {
      return new Literal(literal.shown().negate(), literal.unit(), span);
    }
    Calculated of = (Calculated) value;
    Expression minus = new Combined(new Constant(-1), Operation.MULTIPLY, of.expression());
    return new Calculated(minus, of.dimensions(), of.unit(), of.scale(), span);
  }

  private Calculated sum(TypedValue left, Operation operation, TypedValue right, Span span)
      throws TypingException {
    Unit unit =
        like(left, right)
            .orElseThrow(
                () ->
                    problems.error(
                        Code.UNIT_MISMATCH,
                        span,
                        "'%s' is %s and '%s' is %s"
                            .formatted(
                                left.span().text(), unit(left), right.span().text(), unit(right)),
                        operation == Operation.COMPARE
                            ? "only like can be compared with like"
                            : "only like can be added to like"));
    double scale = Math.max(scale(left), scale(right));
    List<String> dimensions = join(dimensions(left), dimensions(right), span);
    return new Calculated(
        new Combined(inScale(left, scale), operation, inScale(right, scale)),
        dimensions,
        unit,
        scale,
        span);
  }

  private Calculated scaled(TypedValue left, Operation operation, TypedValue right, Span span)
      throws TypingException {
    UnitAlgebra.Scaled a = new UnitAlgebra.Scaled(plainUnit(left), ownScale(left));
    UnitAlgebra.Scaled b = new UnitAlgebra.Scaled(plainUnit(right), ownScale(right));
    boolean times = operation == Operation.MULTIPLY;
    UnitAlgebra.Scaled result =
        (times ? UnitAlgebra.product(a, b) : UnitAlgebra.quotient(a, b))
            .orElseThrow(
                () ->
                    problems.error(
                        Code.UNIT_MISMATCH,
                        span,
                        "'%s' is %s and '%s' is %s: %s"
                            .formatted(
                                left.span().text(),
                                Constants.describe(a.unit()),
                                right.span().text(),
                                Constants.describe(b.unit()),
                                times
                                    ? "their product has no meaning"
                                    : "their quotient has no meaning")));
    if (!times && right instanceof Literal literal && literal.shown().signum() == 0) {
      throw problems.error(Code.WRONG_ARGUMENTS, right.span(), "division by zero");
    }
    return new Calculated(
        new Combined(inScale(left, ownScale(left)), operation, inScale(right, ownScale(right))),
        join(dimensions(left), dimensions(right), span),
        result.unit(),
        result.scale(),
        span);
  }

  private Literal fold(Literal left, ArithmeticOperator operator, Literal right, Span span)
      throws TypingException {
    boolean like = left.unit().equals(right.unit());
    boolean oneBare = left.unit().isEmpty() || right.unit().isEmpty();
    BigDecimal a = left.shown();
    BigDecimal b = right.shown();
    Optional<Unit> either = left.unit().or(right::unit);
    switch (operator) {
      case ADD, SUBTRACT -> {
        if (like || oneBare) {
          return new Literal(
              operator == ArithmeticOperator.ADD ? a.add(b) : a.subtract(b), either, span);
        }
      }
      case MULTIPLY -> {
        if (oneBare || isShare(left) || isShare(right)) {
          Optional<Unit> unit = isShare(left) ? right.unit().or(left::unit) : either;
          return new Literal(a.multiply(b), unit, span);
        }
      }
      case DIVIDE -> {
        if (b.signum() == 0) {
          throw problems.error(Code.WRONG_ARGUMENTS, right.span(), "division by zero");
        }
        if (like || right.unit().isEmpty()) {
          return new Literal(
              a.divide(b, MathContext.DECIMAL64), like ? Optional.empty() : left.unit(), span);
        }
      }
    }
    throw problems.error(
        Code.UNIT_MISMATCH,
        span,
        "'%s' is %s and '%s' is %s: '%s' has no meaning here"
            .formatted(
                left.span().text(),
                unit(left),
                right.span().text(),
                unit(right),
                operator.symbol()));
  }

  /** A part of money is money, a part of a share is a share. */
  private static boolean isShare(Literal literal) {
    return literal.unit().filter(unit -> unit == Unit.FRACTION).isPresent();
  }

  private List<String> join(List<String> left, List<String> right, Span span)
      throws TypingException {
    List<String> wider = left.size() >= right.size() ? left : right;
    List<String> narrower = wider.equals(left) ? right : left;
    if (new HashSet<>(wider).containsAll(narrower)) {
      return wider;
    }
    throw problems.groupsDiffer(
        span, left, right, "give both sides the same 'by', or leave it out on one side");
  }

  private static Optional<Unit> like(TypedValue left, TypedValue right) {
    if (left instanceof Literal bare && bare.unit().isEmpty()) {
      return Optional.of(plainUnit(right));
    }
    if (right instanceof Literal bare && bare.unit().isEmpty()) {
      return Optional.of(plainUnit(left));
    }
    return UnitAlgebra.like(plainUnit(left), plainUnit(right));
  }

  private static Unit plainUnit(TypedValue value) {
    return value instanceof Calculated calculated
        ? calculated.unit()
        : ((Literal) value).unit().orElse(Unit.NUMBER);
  }

  private static String unit(TypedValue value) {
    return Constants.describe(plainUnit(value));
  }

  private static double scale(TypedValue value) {
    return value instanceof Calculated calculated ? calculated.scale() : 0;
  }

  /** A literal by itself is in the base unit of what it was written with. */
  private static double ownScale(TypedValue value) {
    return value instanceof Calculated calculated
        ? calculated.scale()
        : ((Literal) value).unit().map(unit -> Math.pow(10, Constants.digits(unit))).orElse(1.0);
  }

  private static Expression inScale(TypedValue value, double scale) {
    if (value instanceof Literal literal) {
      return new Constant(literal.shown().multiply(BigDecimal.valueOf(scale)).doubleValue());
    }
    Calculated calculated = (Calculated) value;
    return calculated.scale() == scale
        ? calculated.expression()
        : new Combined(
            calculated.expression(), Operation.MULTIPLY, new Constant(scale / calculated.scale()));
  }

  private static List<String> dimensions(TypedValue value) {
    return value instanceof Calculated calculated ? calculated.dimensions() : List.of();
  }
}
