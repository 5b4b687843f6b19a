package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.WindowClause;
import java.util.ArrayList;
import java.util.List;

/** The lengths of windows in an expression. */
final class Windows {
  private Windows() {}

  static List<Expr.NumberLiteral> of(Expr expression) {
    List<Expr.NumberLiteral> lengths = new ArrayList<>();
    add(expression, lengths);
    return lengths;
  }

  private static void add(Expr expression, List<Expr.NumberLiteral> lengths) {
    if (expression instanceof Expr.Arithmetic sum) {
      add(sum.left(), lengths);
      add(sum.right(), lengths);
    } else if (expression instanceof Expr.Absent absent) {
      add(absent.operand(), lengths);
    } else if (expression instanceof Expr.Negation negation) {
      add(negation.operand(), lengths);
    } else if (expression instanceof Expr.Term term) {
      term.window()
          .filter(WindowClause.Over.class::isInstance)
          .ifPresent(window -> lengths.add(((WindowClause.Over) window).length()));
      term.comparison()
          .filter(ComparisonClause.Previous.class::isInstance)
          .ifPresent(with -> lengths.add(((ComparisonClause.Previous) with).length()));
    }
  }
}
