package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.WindowClause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clauses of a term, together with those that were written behind the metrics it stands for:
 * predicates add up, everything else may be said once.
 */
record Clauses(
    List<Expr> where,
    List<Located<String>> by,
    Optional<WindowClause> window,
    Optional<Expr.NumberLiteral> offset,
    Optional<ComparisonClause> comparison) {

  static final Clauses NONE =
      new Clauses(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  static Clauses of(Expr.Term term) {
    return new Clauses(
        term.where().stream().toList(), term.by(), term.window(), term.offset(), term.comparison());
  }

  /** These clauses, completed by those behind the metric that led here. */
  Clauses under(Clauses outer, Problems problems) throws TypingException {
    window.ifPresent(
        own -> outer.window.ifPresent(other -> twice(problems, other.span(), "a window")));
    offset.ifPresent(
        own -> outer.offset.ifPresent(other -> twice(problems, other.span(), "an 'offset'")));
    comparison.ifPresent(
        own -> outer.comparison.ifPresent(other -> twice(problems, other.span(), "a comparison")));
    if (!by.isEmpty() && !outer.by.isEmpty()) {
      throw twice(problems, outer.by.get(0).span(), "a 'by'");
    }
    return new Clauses(
        Stream.concat(where.stream(), outer.where.stream()).toList(),
        by.isEmpty() ? outer.by : by,
        window.or(outer::window),
        offset.or(outer::offset),
        comparison.or(outer::comparison));
  }

  private static TypingException twice(Problems problems, Span span, String what) {
    return problems.error(
        Code.DUPLICATE_CLAUSE,
        span,
        "the metric already has " + what + " of its own",
        "leave it out here, or write the aggregate in place of the metric");
  }
}
