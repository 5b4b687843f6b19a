package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Where the comparisons of a condition were written. */
public final class ComparisonSpans {
  private ComparisonSpans() {}

  /**
   * One for each comparison in the order of the text; the whole condition where it cannot be told
   * which is which, because one {@code absent} asks for several readings.
   *
   * @param comparisons how many the condition came to
   */
  public static List<Span> of(Expr condition, int comparisons) {
    List<Span> found = spans(condition).toList();
    return found.size() == comparisons ? found : Collections.nCopies(comparisons, condition.span());
  }

  private static Stream<Span> spans(Expr expr) {
    if (expr instanceof Expr.And and) {
      return and.operands().stream().flatMap(ComparisonSpans::spans);
    }
    if (expr instanceof Expr.Or or) {
      return or.operands().stream().flatMap(ComparisonSpans::spans);
    }
    if (expr instanceof Expr.Not not) {
      return spans(not.operand());
    }
    boolean leaf = expr instanceof Expr.Comparison || expr instanceof Expr.Absent;
    return leaf ? Stream.of(expr.span()) : Stream.empty();
  }
}
