package dev.tocsin.event;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random statements about an event whose units go together. Divisors are powers of two, so that
 * doubles are exact and equality can be tested.
 */
final class RandomStatements {
  private static final Span SPAN = new Span(new Source("", ""), 0, 0);

  private RandomStatements() {}

  static Arbitrary<Expr> statements() {
    return formula(3);
  }

  private static Arbitrary<Expr> formula(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Arbitrary<Expr> inner = Arbitraries.lazy(() -> formula(depth - 1));
    Arbitrary<List<Expr>> operands = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(3, leaf()),
        Tuple.of(1, operands.map(list -> new Expr.Or(list, SPAN))),
        Tuple.of(1, operands.map(list -> new Expr.And(list, SPAN))),
        Tuple.of(1, inner.map(operand -> new Expr.Not(operand, SPAN))));
  }

  private static Arbitrary<Expr> leaf() {
    return Arbitraries.oneOf(
        numbers(duration(2), number(NumberUnit.MILLISECONDS)),
        numbers(duration(1), number(NumberUnit.NONE)),
        numbers(tokens(2), number(NumberUnit.NONE)),
        numbers(money(1), number(NumberUnit.DOLLARS)),
        numbers(plain(2), number(NumberUnit.NONE)),
        numbers(names("score.q", "attr.n"), number(NumberUnit.PERCENT)),
        texts(),
        names("cache_hit", "attr.b"));
  }

  private static Arbitrary<Expr> numbers(Arbitrary<Expr> side, Arbitrary<Expr> constant) {
    Arbitrary<CompareOperator> operators =
        Arbitraries.of(
            CompareOperator.GREATER,
            CompareOperator.GREATER_OR_EQUAL,
            CompareOperator.LESS,
            CompareOperator.LESS_OR_EQUAL,
            CompareOperator.EQUAL,
            CompareOperator.NOT_EQUAL);
    Arbitrary<Expr> listed =
        Combinators.combine(
                side, constant.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
            .as((left, values, negated) -> new Expr.In(left, values, negated, SPAN));
    return Arbitraries.oneOf(
        compared(side, operators, constant),
        compared(constant, operators, side),
        compared(side, operators, side),
        listed);
  }

  private static Arbitrary<Expr> texts() {
    Arbitrary<Expr> field = names("model", "user", "attr.t", "attr.n");
    Arbitrary<Expr> text = Arbitraries.of("a", "ab", "ba", "1", "x").map(RandomStatements::text);
    Arbitrary<Expr> glob =
        Arbitraries.of("a*", "*a", "?", "a?", "*", "*b*").map(RandomStatements::text);
    Arbitrary<Expr> regex = Arbitraries.of("a.*", "[ab]+", "(a|b)", "").map(RandomStatements::text);
    return Arbitraries.oneOf(
        compared(field, Arbitraries.of(CompareOperator.EQUAL, CompareOperator.NOT_EQUAL), text),
        compared(field, Arbitraries.of(CompareOperator.EQUAL, CompareOperator.NOT_EQUAL), field),
        compared(field, Arbitraries.of(CompareOperator.LIKE), glob),
        compared(
            field, Arbitraries.of(CompareOperator.MATCHES, CompareOperator.NOT_MATCHES), regex),
        Combinators.combine(
                field, text.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
            .as((left, values, negated) -> new Expr.In(left, values, negated, SPAN)));
  }

  private static Arbitrary<Expr> compared(
      Arbitrary<Expr> left, Arbitrary<CompareOperator> operators, Arbitrary<Expr> right) {
    return Combinators.combine(left, operators, right)
        .as((a, operator, b) -> new Expr.Comparison(a, operator, b, SPAN));
  }

  private static Arbitrary<Expr> duration(int depth) {
    Arbitrary<Expr> leaf = names("latency", "ttft");
    return depth == 0
        ? leaf
        : sums(leaf, () -> duration(depth - 1), number(NumberUnit.MILLISECONDS), names("retries"));
  }

  /** Retries times tokens are no tokens. */
  private static Arbitrary<Expr> tokens(int depth) {
    Arbitrary<Expr> leaf = names("input_tokens", "output_tokens");
    return depth == 0
        ? leaf
        : sums(leaf, () -> tokens(depth - 1), number(NumberUnit.NONE), powersOfTwo());
  }

  private static Arbitrary<Expr> money(int depth) {
    Arbitrary<Expr> leaf = names("cost");
    return depth == 0
        ? leaf
        : sums(leaf, () -> money(depth - 1), number(NumberUnit.DOLLARS), names("retries"));
  }

  private static Arbitrary<Expr> plain(int depth) {
    Arbitrary<Expr> leaf =
        Arbitraries.oneOf(
            names("score.q", "attr.n", "attr.t"),
            arithmetic(names("latency"), ArithmeticOperator.DIVIDE, names("ttft")));
    return depth == 0
        ? leaf
        : sums(leaf, () -> plain(depth - 1), number(NumberUnit.NONE), names("retries"));
  }

  /**
   * @param counts what a unit can be multiplied with and divided by
   */
  private static Arbitrary<Expr> sums(
      Arbitrary<Expr> leaf,
      Supplier<Arbitrary<Expr>> smaller,
      Arbitrary<Expr> constant,
      Arbitrary<Expr> counts) {
    Arbitrary<Expr> inner = Arbitraries.lazy(smaller);
    Arbitrary<Expr> factor =
        Arbitraries.oneOf(
            counts,
            names("attr.n"),
            powersOfTwo(),
            Arbitraries.of(50, 200).map(n -> number(new BigDecimal(n), NumberUnit.PERCENT)));
    return Arbitraries.oneOf(
        leaf,
        arithmetic(inner, ArithmeticOperator.ADD, inner),
        arithmetic(inner, ArithmeticOperator.SUBTRACT, inner),
        arithmetic(inner, ArithmeticOperator.ADD, constant),
        arithmetic(factor, ArithmeticOperator.MULTIPLY, inner),
        arithmetic(inner, ArithmeticOperator.DIVIDE, counts),
        inner.map(operand -> new Expr.Negation(operand, SPAN)));
  }

  private static Arbitrary<Expr> powersOfTwo() {
    return Arbitraries.of(1, 2, 4).map(n -> number(new BigDecimal(n), NumberUnit.NONE));
  }

  private static Arbitrary<Expr> arithmetic(
      Arbitrary<Expr> left, ArithmeticOperator operator, Arbitrary<Expr> right) {
    return Combinators.combine(left, right).as((a, b) -> new Expr.Arithmetic(a, operator, b, SPAN));
  }

  private static Arbitrary<Expr> names(String... names) {
    return Arbitraries.of(names).map(name -> new Expr.Name(name, SPAN));
  }

  private static Arbitrary<Expr> number(NumberUnit unit) {
    return Arbitraries.of("0", "0.5", "1", "2", "3", "4", "100")
        .map(digits -> number(new BigDecimal(digits), unit));
  }

  private static Expr number(BigDecimal value, NumberUnit unit) {
    return new Expr.NumberLiteral(value, unit, SPAN);
  }

  private static Expr text(String value) {
    return new Expr.StringLiteral(value, SPAN);
  }
}
