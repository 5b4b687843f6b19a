package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;

/**
 * Keeps values and conditions apart as far as the syntax alone tells. Of the fields of an event it
 * does not: {@code task_completed} may be a condition.
 */
final class Shape {
  private final Problems problems;

  Shape(Problems problems) {
    this.problems = problems;
  }

  /** Over readings, where every name is a number. */
  void requireCondition(Expr expr) {
    boolean bare = expr instanceof Expr.Name || expr instanceof Expr.Term;
    if (bare || isNeverCondition(expr)) {
      problems.error(
          Code.NOT_A_CONDITION,
          expr.span(),
          Quoted.quoted(expr.span().text()) + " is a value, not a condition",
          bare ? conditionHint(expr) : "compare it with something, as in: daily_cost > $100");
    }
  }

  /** Over the fields of an event. */
  void requireEventCondition(Expr expr) {
    if (isNeverCondition(expr)) {
      problems.error(
          Code.NOT_A_CONDITION,
          expr.span(),
          Quoted.quoted(expr.span().text()) + " is a value, not a condition",
          "compare it with something, as in: status == \"error\"");
    }
  }

  void requireValue(Expr expr) {
    if (isCondition(expr)) {
      problems.error(
          Code.SYNTAX,
          expr.span(),
          Quoted.quoted(expr.span().text()) + " is a condition, where a value was expected",
          "join conditions with and, or");
    }
  }

  private static String conditionHint(Expr expr) {
    return expr instanceof Expr.Term term && term.where().isPresent()
        ? "compare it with something; a formula behind 'where' needs parentheses: where (.. and ..)"
        : "compare it with something, as in: " + expr.span().text().strip() + " > 100";
  }

  private static boolean isNeverCondition(Expr expr) {
    return expr instanceof Expr.NumberLiteral
        || expr instanceof Expr.StringLiteral
        || expr instanceof Expr.Arithmetic
        || expr instanceof Expr.Negation;
  }

  private static boolean isCondition(Expr expr) {
    return expr instanceof Expr.Or
        || expr instanceof Expr.And
        || expr instanceof Expr.Not
        || expr instanceof Expr.Comparison
        || expr instanceof Expr.In
        || expr instanceof Expr.Absent;
  }
}
