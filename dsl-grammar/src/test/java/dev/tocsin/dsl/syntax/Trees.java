package dev.tocsin.dsl.syntax;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random syntax trees of the shapes that the language can write. Their spans are all the same. */
final class Trees {
  private static final Span SPAN = new Span(new Source("", ""), 0, 0);

  private Trees() {}

  static Arbitrary<Expr> condition() {
    return formula(comparison(value(2)), 3);
  }

  static Arbitrary<Expr> metric() {
    return value(3);
  }

  private static Arbitrary<Expr> formula(Arbitrary<Expr> leaf, int depth) {
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expr> inner = Arbitraries.lazy(() -> formula(leaf, depth - 1));
    Arbitrary<List<Expr>> operands = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        operands.map(list -> new Expr.Or(list, SPAN)),
        operands.map(list -> new Expr.And(list, SPAN)),
        inner.map(operand -> new Expr.Not(operand, SPAN)));
  }

  private static Arbitrary<Expr> comparison(Arbitrary<Expr> side) {
    Arbitrary<Expr> compared =
        Combinators.combine(side, Arbitraries.of(CompareOperator.values()), side)
            .as((left, operator, right) -> new Expr.Comparison(left, operator, right, SPAN));
    Arbitrary<Expr> listed =
        Combinators.combine(side, inValue().list().ofMinSize(1).ofMaxSize(3), bool())
            .as((left, values, negated) -> new Expr.In(left, values, negated, SPAN));
    Arbitrary<Expr> absent = term().map(term -> new Expr.Absent(term, SPAN));
    return Arbitraries.oneOf(compared, listed, absent);
  }

  private static Arbitrary<Expr> value(int depth) {
    return arithmetic(Arbitraries.oneOf(literal(), name(), term()), depth);
  }

  private static Arbitrary<Expr> field(int depth) {
    return arithmetic(Arbitraries.oneOf(literal(), name()), depth);
  }

  private static Arbitrary<Expr> arithmetic(Arbitrary<Expr> leaf, int depth) {
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expr> inner = Arbitraries.lazy(() -> arithmetic(leaf, depth - 1));
    return Arbitraries.oneOf(
        leaf,
        inner.map(operand -> new Expr.Negation(operand, SPAN)),
        Combinators.combine(inner, Arbitraries.of(ArithmeticOperator.values()), inner)
            .as((left, operator, right) -> new Expr.Arithmetic(left, operator, right, SPAN)));
  }

  private static Arbitrary<Expr> eventFormula() {
    Arbitrary<Expr> compared =
        Combinators.combine(field(2), Arbitraries.of(CompareOperator.values()), field(2))
            .as((left, operator, right) -> new Expr.Comparison(left, operator, right, SPAN));
    Arbitrary<Expr> listed =
        Combinators.combine(name(), inValue().list().ofMinSize(1).ofMaxSize(3), bool())
            .as((left, values, negated) -> new Expr.In(left, values, negated, SPAN));
    return formula(Arbitraries.oneOf(compared, listed, name()), 2);
  }

  private static Arbitrary<Expr> term() {
    Arbitrary<List<Expr>> arguments =
        Arbitraries.oneOf(
            Arbitraries.just(List.of()),
            Arbitraries.just(List.of(new Expr.Star(SPAN))),
            Arbitraries.oneOf(field(1), eventFormula()).list().ofMinSize(1).ofMaxSize(2));
    Arbitrary<Expr> aggregate =
        Combinators.combine(
                located(Arbitraries.of("sum", "p95", "p99.9", "month")),
                arguments,
                eventFormula().optional(0.3),
                located(names()).list().ofMaxSize(2),
                window().optional(0.5),
                duration().optional(0.2),
                clause().optional(0.2))
            .as(
                (function, args, where, by, window, offset, clause) ->
                    term(Optional.of(function), args, where, by, window, offset, clause));
    Arbitrary<Expr> metric =
        Combinators.combine(located(names()), window(), duration().optional(0.2))
            .as(
                (name, window, offset) ->
                    new Expr.Term(
                        Optional.empty(),
                        Optional.of(name),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(window),
                        offset,
                        Optional.empty(),
                        SPAN));
    return Arbitraries.oneOf(aggregate, metric);
  }

  private static Expr term(
      Optional<Located<String>> function,
      List<Expr> arguments,
      Optional<Expr> where,
      List<Located<String>> by,
      Optional<WindowClause> window,
      Optional<Expr.NumberLiteral> offset,
      Optional<ComparisonClause> clause) {
    return new Expr.Term(
        function, Optional.empty(), arguments, where, by, window, offset, clause, SPAN);
  }

  private static Arbitrary<WindowClause> window() {
    return Arbitraries.oneOf(
        duration().map(length -> new WindowClause.Over(length, SPAN)),
        Combinators.combine(
                Arbitraries.of(WindowClause.Period.values()), located(texts()).optional(0.3))
            .as((period, zone) -> new WindowClause.Per(period, zone, SPAN)));
  }

  private static Arbitrary<ComparisonClause> clause() {
    return Arbitraries.oneOf(
        duration().map(length -> new ComparisonClause.Previous(length, SPAN)),
        located(texts()).map(name -> new ComparisonClause.Baseline(name, SPAN)),
        Combinators.combine(located(names()), located(texts()), located(texts()))
            .as((field, current, past) -> new ComparisonClause.Of(field, current, past, SPAN)));
  }

  private static Arbitrary<Expr> inValue() {
    return Arbitraries.oneOf(literal(), number().map(number -> new Expr.Negation(number, SPAN)));
  }

  private static Arbitrary<Expr> literal() {
    return Arbitraries.oneOf(
        number().map(number -> number),
        texts().map(text -> new Expr.StringLiteral(text, SPAN)),
        bool().map(value -> new Expr.BooleanLiteral(value, SPAN)));
  }

  private static Arbitrary<Expr.NumberLiteral> number() {
    return number(Arbitraries.of(NumberUnit.values()));
  }

  private static Arbitrary<Expr.NumberLiteral> duration() {
    return number(Arbitraries.of(NumberUnit.values()).filter(NumberText::isTime));
  }

  private static Arbitrary<Expr.NumberLiteral> number(Arbitrary<NumberUnit> units) {
    return Combinators.combine(
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1e9")), units)
        .as((value, unit) -> new Expr.NumberLiteral(whole(value.stripTrailingZeros()), unit, SPAN));
  }

  private static BigDecimal whole(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static Arbitrary<Expr> name() {
    return names().map(name -> new Expr.Name(name, SPAN));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of("latency", "score.in", "attr.tenant", "month", "größe", "_x9", "p99.9");
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(6);
  }

  private static Arbitrary<Boolean> bool() {
    return Arbitraries.of(true, false);
  }

  private static <T> Arbitrary<Located<T>> located(Arbitrary<T> values) {
    return values.map(value -> new Located<>(value, SPAN));
  }
}
