package dev.tocsin.explain;

import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.explain.TermExplanation.Definition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the names of metrics to what they stand for. */
final class Definitions {
  private final Map<String, Expr> metrics;

  Definitions(Map<String, Expr> metrics) {
    this.metrics = Map.copyOf(metrics);
  }

  /** Of all metrics that an expression stands on, the outer ones first, each once. */
  List<Definition> of(Expr expr) {
    Set<String> names = new LinkedHashSet<>();
    gather(expr, names);
    List<Definition> definitions = new ArrayList<>();
    for (String name : names) {
      definitions.add(new Definition(name, text(metrics.get(name))));
    }
    return definitions;
  }

  private static String text(@org.jspecify.annotations.Nullable Expr expr) {
    return expr == null ? "" : expr.span().text().strip().replaceAll("\\s+", " ");
  }

  private void gather(Expr expr, Set<String> names) {
    if (expr instanceof Expr.Name name) {
      follow(name.name(), names);
    } else if (expr instanceof Expr.Term term) {
      term.metric().ifPresent(metric -> follow(metric.value(), names));
    } else if (expr instanceof Expr.Arithmetic arithmetic) {
      gather(arithmetic.left(), names);
      gather(arithmetic.right(), names);
    } else if (expr instanceof Expr.Absent absent) {
      gather(absent.operand(), names);
    } else if (expr instanceof Expr.Negation negation) {
      gather(negation.operand(), names);
    } else if (expr instanceof Expr.Comparison comparison) {
      gather(comparison.left(), names);
      gather(comparison.right(), names);
    }
  }

  private void follow(String name, Set<String> names) {
    Expr definition = metrics.get(name);
    if (definition != null && names.add(name)) {
      gather(definition, names);
    }
  }
}
