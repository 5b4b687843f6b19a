package dev.tocsin.plan;

import dev.tocsin.api.Status;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.CompareOp;
import dev.tocsin.event.Field;
import dev.tocsin.event.Predicate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Types what is said of texts and flags of one event. */
final class TextTyper {
  private static final Set<String> STATUSES =
      Arrays.stream(Status.values()).map(Status::label).collect(Collectors.toUnmodifiableSet());

  private final Problems problems;

  TextTyper(Problems problems) {
    this.problems = problems;
  }

  /** A field against a constant. */
  Predicate test(Field field, CompareOp operator, Expr constant, Expr.Comparison whole)
      throws TypingException {
    Predicate test = new Predicate.TextTest(field, Set.of(value(field, constant)));
    return equality(test, operator, field, whole);
  }

  /** Two fields, at most one of them a free attribute. */
  Predicate same(Field left, CompareOp operator, Field right, Expr.Comparison whole)
      throws TypingException {
    boolean alike =
        left.getClass() == right.getClass()
            || (left instanceof Field.Attribute && !(right instanceof Field.Number))
            || (right instanceof Field.Attribute && !(left instanceof Field.Number));
    if (!alike) {
      throw problems.error(
          Code.UNIT_MISMATCH,
          whole.span(),
          "'%s' is %s and '%s' is %s"
              .formatted(left.name(), describe(left), right.name(), describe(right)));
    }
    return equality(new Predicate.SameText(left, right), operator, left, whole);
  }

  /** A constant as a value that the field may have. */
  String value(Field field, Expr value) throws TypingException {
    if (value instanceof Expr.BooleanLiteral flag && !(field instanceof Field.Text)) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof Expr.StringLiteral text && !(field instanceof Field.Flag)) {
      if (field.name().equals("status") && !STATUSES.contains(text.value())) {
        throw problems.error(
            Code.UNKNOWN_VALUE,
            value.span(),
            "status is ok, error or timeout, never '" + text.value() + "'",
            Suggestions.nearest(text.value(), STATUSES));
      }
      return text.value();
    }
    throw problems.error(
        Code.UNIT_MISMATCH,
        value.span(),
        "'%s' is %s and '%s' is not".formatted(field.name(), describe(field), value.span().text()));
  }

  private Predicate equality(Predicate test, CompareOp operator, Field field, Expr.Comparison whole)
      throws TypingException {
    return switch (operator) {
      case EQUAL -> test;
      case NOT_EQUAL -> new Predicate.Not(test);
      case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
          throw problems.error(
              Code.UNIT_MISMATCH,
              whole.span(),
              "'" + field.name() + "' is not a number and has no order; use == or !=");
    };
  }

  private static String describe(Field field) {
    if (field instanceof Field.Number number) {
      return Constants.describe(number.unit());
    }
    return field instanceof Field.Flag ? "true or false" : "a text";
  }
}
