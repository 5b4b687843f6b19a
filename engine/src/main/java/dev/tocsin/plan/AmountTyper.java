package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Amount;
import dev.tocsin.event.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** Types numbers of one event: fields, constants, and what is calculated from them. */
final class AmountTyper {
  private final Problems problems;
  private final KnownFields fields;

  AmountTyper(Problems problems, KnownFields fields) {
    this.problems = problems;
    this.fields = fields;
  }

  EventQuantity type(Expr expr) throws TypingException {
    if (expr instanceof Expr.NumberLiteral literal) {
      return literal(literal);
    }
    if (expr instanceof Expr.Name name) {
      return field(fields.field(name), expr);
    }
    if (expr instanceof Expr.Negation negation) {
      return negated(type(negation.operand()), expr);
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return combined(arithmetic, type(arithmetic.left()), type(arithmetic.right()));
    }
    throw problems.error(
        Code.UNIT_MISMATCH, expr.span(), "'" + expr.span().text() + "' is not a number");
  }

  /** The unit in which two quantities can be added or compared; reports when there is none. */
  Optional<Unit> common(EventQuantity left, EventQuantity right) throws TypingException {
    if (left.unit().isEmpty() || right.unit().isEmpty()) {
      return left.unit().or(right::unit);
    }
    Optional<Unit> common = UnitAlgebra.like(left.unit().get(), right.unit().get());
    if (common.isPresent()) {
      return common;
    }
    boolean inOrder = right.isConstant() || !left.isConstant();
    EventQuantity about = inOrder ? left : right;
    EventQuantity other = inOrder ? right : left;
    throw problems.error(
        Code.UNIT_MISMATCH,
        other.isConstant()
            ? other.written().span()
            : left.written().span().to(right.written().span()),
        "'%s' is %s and '%s' is %s"
            .formatted(
                about.written().span().text(),
                about.description(),
                other.written().span().text(),
                other.description()),
        unitHint(about, other).or(() -> unitHint(other, about)));
  }

  /** The base units in which two quantities are added or compared. */
  static int commonDigits(EventQuantity left, EventQuantity right) {
    if (left.isConstant() != right.isConstant()) {
      return left.isConstant() ? right.digits() : left.digits();
    }
    return Math.max(left.digits(), right.digits());
  }

  private static EventQuantity literal(Expr.NumberLiteral written) {
    Literal literal = Constants.literal(written);
    return EventQuantity.constant(written, literal.unit(), literal.shown());
  }

  private EventQuantity field(Field field, Expr written) throws TypingException {
    if (field instanceof Field.Attribute attribute) {
      return field(attribute.asNumber(), written);
    }
    if (field instanceof Field.Number number) {
      Amount amount = new Amount.OfField(number);
      return EventQuantity.of(written, number.unit(), Constants.digits(number.unit()), amount);
    }
    throw problems.error(
        Code.UNIT_MISMATCH,
        written.span(),
        "'%s' is %s, not a number"
            .formatted(field.name(), field instanceof Field.Flag ? "true or false" : "a text"));
  }

  private static EventQuantity negated(EventQuantity operand, Expr written) {
    return new EventQuantity(
        written,
        operand.unit(),
        operand.digits(),
        operand.constant().map(BigDecimal::negate),
        new Amount.Scaled(operand.amount(), -1));
  }

  private EventQuantity combined(Expr.Arithmetic written, EventQuantity left, EventQuantity right)
      throws TypingException {
    return switch (written.operator()) {
      case ADD, SUBTRACT -> sum(written, left, right);
      case MULTIPLY, DIVIDE -> scaled(written, left, right);
    };
  }

  private EventQuantity sum(Expr.Arithmetic written, EventQuantity left, EventQuantity right)
      throws TypingException {
    Optional<Unit> unit = common(left, right);
    boolean add = written.operator() == ArithmeticOperator.ADD;
    if (left.isConstant() && right.isConstant()) {
      BigDecimal a = left.constant().get();
      BigDecimal b = right.constant().get();
      return EventQuantity.constant(written, unit, add ? a.add(b) : a.subtract(b));
    }
    int digits = commonDigits(left, right);
    Amount.Operation operation = add ? Amount.Operation.ADD : Amount.Operation.SUBTRACT;
    Amount amount = new Amount.Combined(left.in(digits), operation, right.in(digits));
    return EventQuantity.of(written, unit.orElse(Unit.NUMBER), digits, amount);
  }

  private EventQuantity scaled(Expr.Arithmetic written, EventQuantity left, EventQuantity right)
      throws TypingException {
    boolean times = written.operator() == ArithmeticOperator.MULTIPLY;
    if (!times && right.constant().filter(value -> value.signum() == 0).isPresent()) {
      throw problems.error(Code.WRONG_ARGUMENTS, right.written().span(), "division by zero");
    }
    UnitAlgebra.Scaled result =
        (times
                ? UnitAlgebra.product(left.scaled(), right.scaled())
                : UnitAlgebra.quotient(left.scaled(), right.scaled()))
            .orElseThrow(() -> senseless(written, left, right, times));
    int digits = (int) Math.round(Math.log10(result.scale()));
    if (left.isConstant() && right.isConstant()) {
      BigDecimal a = left.constant().get();
      BigDecimal b = right.constant().get();
      boolean bare = left.unit().isEmpty() && right.unit().isEmpty();
      BigDecimal value = times ? a.multiply(b) : a.divide(b, MathContext.DECIMAL128);
      int rightDigits = times ? right.digits() : -right.digits();
      return EventQuantity.constant(
          written,
          bare ? Optional.empty() : Optional.of(result.unit()),
          value.movePointRight(left.digits() + rightDigits - digits));
    }
    Amount.Operation operation = times ? Amount.Operation.MULTIPLY : Amount.Operation.DIVIDE;
    Amount amount =
        new Amount.Combined(left.in(left.digits()), operation, right.in(right.digits()));
    return EventQuantity.of(written, result.unit(), digits, amount);
  }

  private TypingException senseless(
      Expr.Arithmetic written, EventQuantity left, EventQuantity right, boolean times) {
    return problems.error(
        Code.UNIT_MISMATCH,
        written.span(),
        "'%s' is %s and '%s' is %s: their %s has no meaning"
            .formatted(
                left.written().span().text(),
                left.description(),
                right.written().span().text(),
                right.description(),
                times ? "product" : "quotient"));
  }

  private static Optional<String> unitHint(EventQuantity plain, EventQuantity other) {
    Set<Field> free = plain.amount().fields();
    boolean attributes =
        !free.isEmpty() && free.stream().allMatch(field -> field.attribute().isPresent());
    if (!attributes || plain.unit().filter(unit -> unit == Unit.NUMBER).isEmpty()) {
      return Optional.empty();
    }
    String text = plain.written().span().text();
    String name = plain.written() instanceof Expr.Arithmetic ? "(" + text + ")" : text;
    return other
        .unit()
        .filter(unit -> unit == Unit.DURATION || unit == Unit.MONEY)
        .map(unit -> unit == Unit.MONEY ? "$1" : "1ms")
        .map(one -> "give the plain number a unit, as in: %s * %s".formatted(name, one));
  }
}
