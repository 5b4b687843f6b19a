package dev.tocsin.dsl.syntax;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The syntax tree of a condition or of a metric: what was written, with positions, and nothing of
 * what it means. Immutable; never executed.
 */
public sealed interface Expr {

  /** Where it was written. */
  Span span();

  /** {@code a or b}; at least two operands. */
  record Or(List<Expr> operands, Span span) implements Expr {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** {@code a and b}; at least two operands. */
  record And(List<Expr> operands, Span span) implements Expr {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** {@code not a}. */
  record Not(Expr operand, Span span) implements Expr {}

  /** {@code left > right}. */
  record Comparison(Expr left, CompareOperator operator, Expr right, Span span) implements Expr {}

  /** {@code field in ("a", "b")}, {@code not in} when negated. */
  record In(Expr left, List<Expr> values, boolean negated, Span span) implements Expr {
    public In {
      values = List.copyOf(values);
    }
  }

  /** {@code left + right}. */
  record Arithmetic(Expr left, ArithmeticOperator operator, Expr right, Span span)
      implements Expr {}

  /** {@code -operand}. */
  record Negation(Expr operand, Span span) implements Expr {}

  /** A number with its unit, {@code 10m}, {@code $1k}, {@code 5%}, {@code 2000}. */
  record NumberLiteral(BigDecimal value, NumberUnit unit, Span span) implements Expr {}

  /** A text in quotes, without the quotes and escapes. */
  record StringLiteral(String value, Span span) implements Expr {}

  /** {@code true} or {@code false}. */
  record BooleanLiteral(boolean value, Span span) implements Expr {}

  /**
   * A name with optional dots: a metric outside an aggregate, a field inside: {@code daily_cost},
   * {@code score.answer_relevance}, {@code attr.tenant}.
   */
  record Name(String name, Span span) implements Expr {}

  /** The {@code *} of {@code ks(*)}. */
  record Star(Span span) implements Expr {}

  /** {@code absent(...)}. */
  record Absent(Expr operand, Span span) implements Expr {}

  /**
   * An aggregate or a metric with clauses: {@code sum(cost) by user per day}, {@code error_rate
   * over 5m}. A metric without clauses is a {@link Name}.
   *
   * @param function the function, or empty for a metric
   * @param metric the metric, or empty for a function
   * @param arguments of the function; empty for {@code count()} and for metrics
   * @param where the predicate on events
   * @param by the dimensions
   * @param window {@code over} or {@code per}
   * @param offset how far back
   * @param comparison {@code vs previous 7d}, {@code vs baseline "x"} or {@code of f "a" vs "b"}
   */
  record Term(
      Optional<Located<String>> function,
      Optional<Located<String>> metric,
      List<Expr> arguments,
      Optional<Expr> where,
      List<Located<String>> by,
      Optional<WindowClause> window,
      Optional<NumberLiteral> offset,
      Optional<ComparisonClause> comparison,
      Span span)
      implements Expr {
    public Term {
      arguments = List.copyOf(arguments);
      by = List.copyOf(by);
    }
  }
}
