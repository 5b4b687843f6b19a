package dev.tocsin.plan;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Amount;
import dev.tocsin.event.CompareOp;
import dev.tocsin.event.Field;
import dev.tocsin.event.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types what is said of one event: in {@code where} and in {@code ratio}. */
final class PredicateTyper {
  private final Problems problems;
  private final KnownFields fields;
  private final AmountTyper amounts;
  private final PatternTyper patterns;
  private final TextTyper texts;

  PredicateTyper(Problems problems, KnownFields fields) {
    this.problems = problems;
    this.fields = fields;
    this.amounts = new AmountTyper(problems, fields);
    this.patterns = new PatternTyper(problems, fields);
    this.texts = new TextTyper(problems);
  }

  KnownFields fields() {
    return fields;
  }

  Predicate type(Expr expr) throws TypingException {
    if (expr instanceof Expr.And and) {
      return new Predicate.And(all(and.operands(), this::type));
    }
    if (expr instanceof Expr.Or or) {
      return new Predicate.Or(all(or.operands(), this::type));
    }
    if (expr instanceof Expr.Not not) {
      return new Predicate.Not(type(not.operand()));
    }
    if (expr instanceof Expr.Comparison comparison) {
      return comparison(comparison);
    }
    if (expr instanceof Expr.In in) {
      Predicate test = in(in);
      return in.negated() ? new Predicate.Not(test) : test;
    }
    if (expr instanceof Expr.Name name) {
      return flag(fields.field(name), name);
    }
    throw problems.error(
        Code.NOT_A_CONDITION,
        expr.span(),
        "'" + expr.span().text() + "' is not a statement about an event",
        "compare a field, as in: status != \"ok\"");
  }

  private interface Typing<T> {
    T type(Expr expr) throws TypingException;
  }

  private static <T> List<T> all(List<Expr> exprs, Typing<T> typing) throws TypingException {
    List<T> typed = new ArrayList<>();
    boolean failed = false;
    for (Expr expr : exprs) {
      try {
        typed.add(typing.type(expr));
      } catch (TypingException reported) {
        failed = true; // go on, so that all problems come at once
      }
    }
    if (failed) {
      throw new TypingException();
    }
    return typed;
  }

  private Predicate flag(Field field, Expr.Name name) throws TypingException {
    if (field instanceof Field.Flag || field instanceof Field.Attribute) {
      return new Predicate.TextTest(field, Set.of("true"));
    }
    throw problems.error(
        Code.NOT_A_CONDITION,
        name.span(),
        "'" + name.name() + "' is neither true nor false; compare it with something");
  }

  private Predicate in(Expr.In in) throws TypingException {
    Optional<Field> field = field(in.left());
    boolean numbers = in.values().stream().anyMatch(value -> Constants.number(value).isPresent());
    boolean number =
        field.isEmpty()
            || field.get() instanceof Field.Number
            || (field.get() instanceof Field.Attribute && numbers);
    if (!number) {
      return new Predicate.TextTest(
          field.get(), Set.copyOf(all(in.values(), value -> texts.value(field.get(), value))));
    }
    EventQuantity left = amounts.type(in.left());
    if (left.isConstant()) {
      throw problems.error(Code.NOT_A_CONDITION, in.left().span(), "expected a field before 'in'");
    }
    List<Double> values =
        all(
            in.values(),
            value -> {
              requireNumber(left, value);
              EventQuantity right = amounts.type(value);
              amounts.common(left, right);
              return ((Amount.Constant) right.in(left.digits())).value();
            });
    return new Predicate.NumberIn(left.in(left.digits()), values);
  }

  private Predicate comparison(Expr.Comparison comparison) throws TypingException {
    CompareOperator written = comparison.operator();
    if (written == CompareOperator.LIKE
        || written == CompareOperator.MATCHES
        || written == CompareOperator.NOT_MATCHES) {
      return patterns.type(comparison);
    }
    CompareOp operator = CompareOp.valueOf(written.name());
    Expr left = comparison.left();
    Expr right = comparison.right();
    Optional<Field> leftField = field(left);
    Optional<Field> rightField = field(right);
    if (isConstant(left) && isConstant(right)) {
      throw constants(comparison);
    }
    if (leftField.isPresent()
        && rightField.isPresent()
        && areTexts(leftField, rightField, operator)) {
      return texts.same(leftField.get(), operator, rightField.get(), comparison);
    }
    if (leftField.isPresent() && isText(leftField.get(), right)) {
      return texts.test(leftField.get(), operator, right, comparison);
    }
    if (rightField.isPresent() && isText(rightField.get(), left)) {
      return texts.test(rightField.get(), operator.mirrored(), left, comparison);
    }
    return numbers(comparison, operator);
  }

  private Predicate numbers(Expr.Comparison comparison, CompareOp operator) throws TypingException {
    if (isLiteralText(comparison.right())) {
      requireNumber(amounts.type(comparison.left()), comparison.right());
    } else if (isLiteralText(comparison.left())) {
      requireNumber(amounts.type(comparison.right()), comparison.left());
    }
    List<EventQuantity> sides = all(List.of(comparison.left(), comparison.right()), amounts::type);
    EventQuantity left = sides.get(0);
    EventQuantity right = sides.get(1);
    if (left.isConstant() && right.isConstant()) {
      throw constants(comparison);
    }
    amounts.common(left, right);
    int digits = AmountTyper.commonDigits(left, right);
    return left.isConstant()
        ? new Predicate.Compared(right.in(digits), operator.mirrored(), left.in(digits))
        : new Predicate.Compared(left.in(digits), operator, right.in(digits));
  }

  private void requireNumber(EventQuantity about, Expr other) throws TypingException {
    if (isLiteralText(other)) {
      throw problems.error(
          Code.UNIT_MISMATCH,
          other.span(),
          "'%s' is %s and '%s' is not a number"
              .formatted(about.written().span().text(), about.description(), other.span().text()));
    }
  }

  private TypingException constants(Expr.Comparison comparison) {
    return problems.error(
        Code.NOT_A_CONDITION,
        comparison.span(),
        "both sides are constants; no field of the event is looked at");
  }

  private Optional<Field> field(Expr expr) throws TypingException {
    return expr instanceof Expr.Name name ? Optional.of(fields.field(name)) : Optional.empty();
  }

  /** Two attributes are texts where that does not matter, and numbers where there is an order. */
  private static boolean areTexts(Optional<Field> left, Optional<Field> right, CompareOp operator) {
    boolean attributes =
        left.get() instanceof Field.Attribute && right.get() instanceof Field.Attribute;
    boolean number = left.get() instanceof Field.Number || right.get() instanceof Field.Number;
    return attributes
        ? operator == CompareOp.EQUAL || operator == CompareOp.NOT_EQUAL
        : !number || !isNumeric(left.get()) || !isNumeric(right.get());
  }

  private static boolean isNumeric(Field field) {
    return field instanceof Field.Number || field instanceof Field.Attribute;
  }

  /** Whether a field compared with this is one of texts, or of true and false. */
  private static boolean isText(Field field, Expr other) {
    return field instanceof Field.Text
        || field instanceof Field.Flag
        || (field instanceof Field.Attribute && isLiteralText(other));
  }

  private static boolean isLiteralText(Expr expr) {
    return expr instanceof Expr.StringLiteral || expr instanceof Expr.BooleanLiteral;
  }

  private static boolean isConstant(Expr expr) {
    return isLiteralText(expr) || Constants.number(expr).isPresent();
  }
}
