package dev.tocsin.lint;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.Expr;
import java.util.stream.Stream;

/** The names of metrics in what was written; inside the parentheses of a function are fields. */
final class MetricNames {
  private MetricNames() {}

  static Stream<String> in(Expr expr) {
    if (expr instanceof Expr.Or or) {
      return or.operands().stream().flatMap(MetricNames::in);
    }
    if (expr instanceof Expr.And and) {
      return and.operands().stream().flatMap(MetricNames::in);
    }
    if (expr instanceof Expr.Not not) {
      return in(not.operand());
    }
    if (expr instanceof Expr.Comparison comparison) {
      return Stream.concat(in(comparison.left()), in(comparison.right()));
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return Stream.concat(in(arithmetic.left()), in(arithmetic.right()));
    }
    if (expr instanceof Expr.Negation negation) {
      return in(negation.operand());
    }
    if (expr instanceof Expr.Absent absent) {
      return in(absent.operand());
    }
    if (expr instanceof Expr.Term term) {
      return term.metric().map(Located::value).stream();
    }
    return expr instanceof Expr.Name name ? Stream.of(name.name()) : Stream.empty();
  }
}
