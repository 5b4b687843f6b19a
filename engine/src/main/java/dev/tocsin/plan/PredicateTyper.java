package dev.tocsin.plan;

import dev.tocsin.api.Status;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.CompareOp;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Types what is said of one event: in {@code where} and in {@code ratio}. */
final class PredicateTyper {
  private static final Set<String> STATUSES =
      Arrays.stream(Status.values()).map(Status::label).collect(Collectors.toUnmodifiableSet());

  private final Problems problems;
  private final Constants constants;

  PredicateTyper(Problems problems) {
    this.problems = problems;
    this.constants = new Constants(problems);
  }

  Predicate type(Expr expr) throws TypingException {
    if (expr instanceof Expr.And and) {
      return new Predicate.And(all(and.operands()));
    }
    if (expr instanceof Expr.Or or) {
      return new Predicate.Or(all(or.operands()));
    }
    if (expr instanceof Expr.Not not) {
      return new Predicate.Not(type(not.operand()));
    }
    if (expr instanceof Expr.Comparison comparison) {
      return comparison(comparison);
    }
    if (expr instanceof Expr.In in) {
      return in(in);
    }
    if (expr instanceof Expr.Name name) {
      return flag(field(name), name);
    }
    throw problems.error(
        Code.NOT_A_CONDITION,
        expr.span(),
        "'" + expr.span().text() + "' is not a statement about an event",
        "compare a field, as in: status != \"ok\"");
  }

  Field field(Expr.Name name) throws TypingException {
    return field(name.name(), name.span());
  }

  Field field(String name, Span span) throws TypingException {
    Optional<Field> field = Fields.named(name);
    if (field.isPresent()) {
      return field.get();
    }
    if (name.startsWith("measure.")) {
      throw problems.notSupportedYet(span, "'" + name + "'");
    }
    throw problems.error(
        Code.UNKNOWN_FIELD,
        span,
        "no field '" + name + "' in a call",
        Suggestions.nearest(name, Fields.names())
            .or(
                () ->
                    Optional.of(
                        "scores are 'score." + name + "', attributes 'attr." + name + "'")));
  }

  private List<Predicate> all(List<Expr> operands) throws TypingException {
    List<Predicate> typed = new ArrayList<>();
    boolean failed = false;
    for (Expr operand : operands) {
      try {
        typed.add(type(operand));
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
    if (!(in.left() instanceof Expr.Name name)) {
      throw problems.error(Code.NOT_A_CONDITION, in.left().span(), "expected a field before 'in'");
    }
    Field field = field(name);
    List<String> values = new ArrayList<>();
    for (Expr value : in.values()) {
      values.add(text(field, value));
    }
    Predicate test = new Predicate.TextTest(field, Set.copyOf(values));
    return in.negated() ? new Predicate.Not(test) : test;
  }

  private Predicate comparison(Expr.Comparison comparison) throws TypingException {
    boolean fieldLeft = comparison.left() instanceof Expr.Name;
    Expr fieldSide = fieldLeft ? comparison.left() : comparison.right();
    Expr constant = fieldLeft ? comparison.right() : comparison.left();
    if (!(fieldSide instanceof Expr.Name name) || constant instanceof Expr.Name) {
      throw problems.error(
          Code.NOT_A_CONDITION,
          comparison.span(),
          "expected a field of the event compared with a constant");
    }
    Field field = field(name);
    CompareOp operator = operator(comparison.operator(), comparison.span());
    if (!fieldLeft) {
      operator = operator.mirrored();
    }
    Optional<Expr.NumberLiteral> number = Constants.number(constant);
    if (field instanceof Field.Number numeric) {
      if (number.isEmpty()) {
        throw problems.error(
            Code.UNIT_MISMATCH,
            constant.span(),
            "'%s' is %s and '%s' is not a number"
                .formatted(
                    name.name(), Constants.describe(numeric.unit()), constant.span().text()));
      }
      double base =
          constants.inBaseUnits(
              number.get(), numeric.unit(), Constants.digits(numeric.unit()), name.name());
      return new Predicate.NumberTest(numeric, operator, base);
    }
    if (field instanceof Field.Attribute attribute && number.isPresent()) {
      double base = constants.inBaseUnits(number.get(), Unit.NUMBER, 0, name.name());
      return new Predicate.AttributeTest(attribute, operator, base);
    }
    Predicate test = new Predicate.TextTest(field, Set.of(text(field, constant)));
    if (operator == CompareOp.EQUAL) {
      return test;
    }
    if (operator == CompareOp.NOT_EQUAL) {
      return new Predicate.Not(test);
    }
    throw problems.error(
        Code.UNIT_MISMATCH,
        comparison.span(),
        "'" + name.name() + "' is not a number and has no order; use == or !=");
  }

  private String text(Field field, Expr value) throws TypingException {
    if (field instanceof Field.Number) {
      throw problems.notSupportedYet(value.span(), "'in' for numbers");
    }
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
        "'%s' is %s and '%s' is not"
            .formatted(
                field.name(),
                field instanceof Field.Flag ? "true or false" : "a text",
                value.span().text()));
  }

  private CompareOp operator(CompareOperator operator, Span span) throws TypingException {
    return switch (operator) {
      case GREATER -> CompareOp.GREATER;
      case GREATER_OR_EQUAL -> CompareOp.GREATER_OR_EQUAL;
      case LESS -> CompareOp.LESS;
      case LESS_OR_EQUAL -> CompareOp.LESS_OR_EQUAL;
      case EQUAL -> CompareOp.EQUAL;
      case NOT_EQUAL -> CompareOp.NOT_EQUAL;
      case LIKE, MATCHES, NOT_MATCHES ->
          throw problems.notSupportedYet(span, "'" + operator.symbol() + "'");
    };
  }
}
