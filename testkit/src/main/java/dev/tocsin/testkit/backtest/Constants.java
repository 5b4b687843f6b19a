package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * The constants of a comparison that can stand for its threshold: one that is a side by itself, or
 * else those that sides are calculated with. Of several, those that are parameters: in {@code a >
 * 100% - $(objective)} nobody wants another 100 %.
 */
final class Constants {
  private final List<RuleNumber> found = new ArrayList<>();

  private Constants() {}

  static List<RuleNumber> of(Expr.Comparison comparison) {
    Constants constants = new Constants();
    if (!constants.number(comparison.right()) && !constants.number(comparison.left())) {
      constants.factors(comparison.left());
      constants.factors(comparison.right());
    }
    List<RuleNumber> parameters =
        constants.found.stream().filter(each -> isParameter(each.span())).toList();
    return parameters.isEmpty() ? constants.found : parameters;
  }

  private static boolean isParameter(Span span) {
    return !span.text().equals(span.written());
  }

  private boolean number(Expr side) {
    if (side instanceof Expr.NumberLiteral literal) {
      add(literal, literal.span());
      return true;
    }
    if (side instanceof Expr.Negation negation
        && negation.operand() instanceof Expr.NumberLiteral literal) {
      add(literal, negation.span());
      return true;
    }
    return false;
  }

  /** The {@code 1.5} of {@code a > 1.5 * b}. */
  private void factors(Expr side) {
    if (!number(side) && side instanceof Expr.Arithmetic arithmetic) {
      factors(arithmetic.left());
      factors(arithmetic.right());
    }
  }

  private void add(Expr.NumberLiteral literal, Span signed) {
    found.add(new RuleNumber(signed, literal.unit(), signed.text()));
  }
}
