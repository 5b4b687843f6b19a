package dev.tocsin.testkit.mutation;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import java.util.Optional;

/** Other operators in the place of one. */
final class Operators {
  private Operators() {}

  /** The opposite direction; nothing for patterns. */
  static Optional<String> other(CompareOperator operator) {
    return switch (operator.symbol()) {
      case ">" -> Optional.of("<");
      case ">=" -> Optional.of("<=");
      case "<" -> Optional.of(">");
      case "<=" -> Optional.of(">=");
      case "==" -> Optional.of("!=");
      case "!=" -> Optional.of("==");
      default -> Optional.empty();
    };
  }

  /** Where the operator of a comparison is written. */
  static Optional<Span> place(Expr.Comparison comparison) {
    return between(comparison.left(), comparison.right(), comparison.operator().symbol());
  }

  /** Where that of a severity is, whose left side is the condition. */
  static Optional<Span> place(SeverityLevel level) {
    Expr.Comparison comparison = level.comparison();
    return find(
        comparison.span().source(),
        comparison.span().start(),
        comparison.right().span().start(),
        comparison.operator().symbol());
  }

  /** Where a word is written between two expressions. */
  static Optional<Span> between(Expr left, Expr right, String word) {
    return find(left.span().source(), left.span().end(), right.span().start(), word);
  }

  private static Optional<Span> find(Source source, int from, int until, String word) {
    int at = from <= until ? source.text().substring(from, until).indexOf(word) : -1;
    return at < 0
        ? Optional.empty()
        : Optional.of(new Span(source, from + at, from + at + word.length()));
  }
}
