package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.WindowClause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers inside a value, and inside the metrics that it stands on: lengths of windows, numbers
 * in what is said of events, and constants of metrics. The value's own constants, which are
 * thresholds, are not among them.
 */
final class InnerNumbers {
  private final Map<String, Expr> metrics;
  private final Set<String> followed = new HashSet<>();
  private final List<Expr.NumberLiteral> windows = new ArrayList<>();
  private final List<Expr.NumberLiteral> others = new ArrayList<>();

  private InnerNumbers(Map<String, Expr> metrics) {
    this.metrics = metrics;
  }

  static InnerNumbers of(Expr value, Map<String, Expr> metrics) {
    InnerNumbers numbers = new InnerNumbers(metrics);
    numbers.value(value, false);
    return numbers;
  }

  /** Those of a statement about events. */
  static InnerNumbers ofStatement(Expr statement) {
    InnerNumbers numbers = new InnerNumbers(Map.of());
    numbers.statement(statement);
    return numbers;
  }

  List<Expr.NumberLiteral> windows() {
    return windows;
  }

  List<Expr.NumberLiteral> others() {
    return others;
  }

  private void value(Expr value, boolean isOfMetric) {
    if (value instanceof Expr.NumberLiteral number && isOfMetric) {
      others.add(number);
    } else if (value instanceof Expr.Arithmetic sum) {
      value(sum.left(), isOfMetric);
      value(sum.right(), isOfMetric);
    } else if (value instanceof Expr.Negation negation) {
      value(negation.operand(), isOfMetric);
    } else if (value instanceof Expr.Absent absent) {
      value(absent.operand(), isOfMetric);
    } else if (value instanceof Expr.Name name) {
      follow(name.name());
    } else if (value instanceof Expr.Term term) {
      term(term);
    }
  }

  private void term(Expr.Term term) {
    term.metric().ifPresent(name -> follow(name.value()));
    term.arguments().forEach(this::statement);
    term.where().ifPresent(this::statement);
    if (term.window().orElse(null) instanceof WindowClause.Over over) {
      windows.add(over.length());
    }
    if (term.comparison().orElse(null) instanceof ComparisonClause.Previous previous) {
      windows.add(previous.length());
    }
  }

  private void follow(String metric) {
    Expr definition = metrics.get(metric);
    if (definition != null && followed.add(metric)) {
      value(definition, true);
    }
  }

  private void statement(Expr statement) {
    if (statement instanceof Expr.NumberLiteral number) {
      others.add(number);
    } else if (statement instanceof Expr.And and) {
      and.operands().forEach(this::statement);
    } else if (statement instanceof Expr.Or or) {
      or.operands().forEach(this::statement);
    } else if (statement instanceof Expr.Not not) {
      statement(not.operand());
    } else if (statement instanceof Expr.Comparison comparison) {
      statement(comparison.left());
      statement(comparison.right());
    } else if (statement instanceof Expr.In in) {
      in.values().forEach(this::statement);
    } else if (statement instanceof Expr.Arithmetic sum) {
      statement(sum.left());
      statement(sum.right());
    } else if (statement instanceof Expr.Negation negation) {
      statement(negation.operand());
    }
  }
}
