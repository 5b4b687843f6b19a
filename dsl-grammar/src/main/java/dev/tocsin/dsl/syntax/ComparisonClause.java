package dev.tocsin.dsl.syntax;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;

/** What a drift statistic compares the current window with. */
public sealed interface ComparisonClause {

  /** Where it was written. */
  Span span();

  /** {@code vs previous 7d}: the stretch just before the current window. */
  record Previous(Expr.NumberLiteral length, Span span) implements ComparisonClause {}

  /** {@code vs baseline "2026-10 release"}: a baseline kept under a name. */
  record Baseline(Located<String> name, Span span) implements ComparisonClause {}

  /** {@code of prompt_version "v7" vs "v6"}: two values of one dimension. */
  record Of(Located<String> field, Located<String> current, Located<String> reference, Span span)
      implements ComparisonClause {}
}
