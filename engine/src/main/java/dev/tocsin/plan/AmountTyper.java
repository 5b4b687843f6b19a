package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.event.Amount;
import dev.tocsin.event.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** Types numbers of one event: fields, constants, and what is calculated from them. */
final class AmountTyper {
  private static final int PER_MILLI_TO_PER_SECOND = 3;

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
    Optional<Unit> common = Units.common(left.unit().get(), right.unit().get());
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

  private EventQuantity literal(Expr.NumberLiteral literal) {
    NumberUnit unit = literal.unit();
    return switch (unit) {
      case NONE -> EventQuantity.constant(literal, Optional.empty(), literal.value());
      case DOLLARS -> EventQuantity.constant(literal, Optional.of(Unit.MONEY), literal.value());
      case PERCENT ->
          EventQuantity.constant(literal, Optional.of(Unit.FRACTION), literal.value().movePointLeft(2));
      default -> {
        BigDecimal nanos = literal.value().multiply(BigDecimal.valueOf(Constants.nanosIn(unit)));
        yield EventQuantity.constant(literal, Optional.of(Unit.DURATION), nanos.movePointLeft(6));
      }
    };
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
      case MULTIPLY -> product(written, left, right);
      case DIVIDE -> quotient(written, left, right);
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

  private EventQuantity product(Expr.Arithmetic written, EventQuantity left, EventQuantity right)
      throws TypingException {
    Optional<Unit> unit =
        Units.product(left.unit(), right.unit())
            .orElseThrow(() -> senseless(written, left, right, "multiplied"));
    if (left.isConstant() && right.isConstant()) {
      BigDecimal value = left.constant().get().multiply(right.constant().get());
      return EventQuantity.constant(written, unit, value);
    }
    Amount amount =
        new Amount.Combined(
            left.in(left.digits()), Amount.Operation.MULTIPLY, right.in(right.digits()));
    return EventQuantity.of(written, unit.orElse(Unit.NUMBER), left.digits() + right.digits(), amount);
  }

  private EventQuantity quotient(Expr.Arithmetic written, EventQuantity left, EventQuantity right)
      throws TypingException {
    if (right.constant().filter(value -> value.signum() == 0).isPresent()) {
      throw problems.error(Code.NOT_A_CONDITION, written.span(), "division by zero");
    }
    Optional<Unit> unit =
        Units.quotient(left.unit(), right.unit())
            .orElseThrow(() -> senseless(written, left, right, "divided"));
    boolean perSecond = Units.isPerSecond(left.unit(), right.unit());
    int shift = perSecond ? PER_MILLI_TO_PER_SECOND : 0;
    if (left.isConstant() && right.isConstant()) {
      BigDecimal value =
          left.constant().get().divide(right.constant().get(), MathContext.DECIMAL128);
      return EventQuantity.constant(written, unit, value.movePointRight(shift));
    }
    Amount amount =
        new Amount.Combined(
            left.in(left.digits()), Amount.Operation.DIVIDE, right.in(right.digits()));
    return EventQuantity.of(
        written, unit.orElse(Unit.NUMBER), left.digits() - right.digits() - shift, amount);
  }

  private TypingException senseless(
      Expr.Arithmetic written, EventQuantity left, EventQuantity right, String done) {
    return problems.error(
        Code.UNIT_MISMATCH,
        written.span(),
        "'%s' is %s and '%s' is %s; they cannot be %s"
            .formatted(
                left.written().span().text(),
                left.description(),
                right.written().span().text(),
                right.description(),
                done));
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
        .flatMap(Units::one)
        .map(one -> "give the plain number a unit, as in: %s * %s".formatted(name, one));
  }
}
