package dev.tocsin.dsl.syntax;

import dev.tocsin.dsl.Located;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a syntax tree in one canonical way, with as few parentheses as keep the tree: reading the
 * text again gives the same tree, up to positions.
 */
public final class ExprPrinter {
  private ExprPrinter() {}

  /** The text, on one line. */
  public static String print(Expr expr) {
    if (expr instanceof Expr.Or or) {
      return joined(or.operands(), " or ", Precedence.AND);
    }
    if (expr instanceof Expr.And and) {
      return joined(and.operands(), " and ", Precedence.NOT);
    }
    if (expr instanceof Expr.Not not) {
      return "not " + inside(not.operand(), Precedence.NOT);
    }
    if (expr instanceof Expr.Comparison comparison) {
      return inside(comparison.left(), Precedence.SUM)
          + " "
          + comparison.operator().symbol()
          + " "
          + inside(comparison.right(), Precedence.SUM);
    }
    if (expr instanceof Expr.In in) {
      String values =
          in.values().stream().map(ExprPrinter::print).collect(Collectors.joining(", "));
      String operator = in.negated() ? " not in (" : " in (";
      return inside(in.left(), Precedence.SUM) + operator + values + ")";
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      Precedence own = Precedence.of(expr);
      Precedence right = own == Precedence.SUM ? Precedence.PRODUCT : Precedence.SIGN;
      String left = inside(arithmetic.left(), own);
      return (endsInFilter(arithmetic.left()) ? "(" + left + ")" : left)
          + " "
          + arithmetic.operator().symbol()
          + " "
          + inside(arithmetic.right(), right);
    }
    if (expr instanceof Expr.Negation negation) {
      return "-" + inside(negation.operand(), Precedence.SIGN);
    }
    return operand(expr);
  }

  private static String operand(Expr expr) {
    if (expr instanceof Expr.NumberLiteral number) {
      return NumberText.write(number.value(), number.unit());
    }
    if (expr instanceof Expr.StringLiteral text) {
      return QuotedText.write(text.value());
    }
    if (expr instanceof Expr.BooleanLiteral literal) {
      return Boolean.toString(literal.value());
    }
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    if (expr instanceof Expr.Star) {
      return "*";
    }
    if (expr instanceof Expr.Absent absent) {
      return "absent(" + inside(absent.operand(), Precedence.SUM) + ")";
    }
    if (expr instanceof Expr.Term term) {
      return term(term);
    }
    throw new IllegalArgumentException("not an operand: " + expr);
  }

  private static String term(Expr.Term term) {
    StringBuilder text = new StringBuilder();
    term.metric().ifPresent(metric -> text.append(metric.value()));
    term.function()
        .ifPresent(
            function ->
                text.append(function.value())
                    .append(
                        term.arguments().stream()
                            .map(ExprPrinter::print)
                            .collect(Collectors.joining(", ", "(", ")"))));
    term.where().ifPresent(where -> text.append(" where ").append(filter(where)));
    if (!term.by().isEmpty()) {
      text.append(
          term.by().stream().map(Located::value).collect(Collectors.joining(", ", " by ", "")));
    }
    term.window().ifPresent(window -> text.append(' ').append(window(window)));
    term.offset().ifPresent(offset -> text.append(" offset ").append(print(offset)));
    term.comparison().ifPresent(clause -> text.append(' ').append(clause(clause)));
    return text.toString();
  }

  /** Whether a sign behind it would be read as a part of the filter. */
  private static boolean endsInFilter(Expr expr) {
    if (expr instanceof Expr.Negation negation) {
      return endsInFilter(negation.operand());
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return endsInFilter(arithmetic.right());
    }
    return expr instanceof Expr.Term term
        && term.where().filter(ExprPrinter::endsOpen).isPresent()
        && term.by().isEmpty()
        && term.window().isEmpty()
        && term.offset().isEmpty()
        && term.comparison().isEmpty();
  }

  private static boolean endsOpen(Expr where) {
    return where instanceof Expr.Comparison && !filter(where).startsWith("(");
  }

  /**
   * A single comparison bare, all else in parentheses, or what follows could be read as a part of
   * it; also a comparison that begins with parentheses, which would be taken for the whole filter.
   */
  private static String filter(Expr where) {
    String text = print(where);
    boolean bare = Precedence.of(where) == Precedence.COMPARISON && !text.startsWith("(");
    return bare ? text : "(" + text + ")";
  }

  private static String window(WindowClause window) {
    if (window instanceof WindowClause.Over over) {
      return "over " + print(over.length());
    }
    WindowClause.Per per = (WindowClause.Per) window;
    String zone = per.zone().map(z -> " " + QuotedText.write(z.value())).orElse("");
    return "per " + per.period().name().toLowerCase(Locale.ROOT) + zone;
  }

  private static String clause(ComparisonClause clause) {
    if (clause instanceof ComparisonClause.Previous previous) {
      return "vs previous " + print(previous.length());
    }
    if (clause instanceof ComparisonClause.Baseline baseline) {
      return "vs baseline " + QuotedText.write(baseline.name().value());
    }
    ComparisonClause.Of of = (ComparisonClause.Of) clause;
    return "of "
        + of.field().value()
        + " "
        + QuotedText.write(of.current().value())
        + " vs "
        + QuotedText.write(of.reference().value());
  }

  private static String joined(List<Expr> operands, String separator, Precedence lowest) {
    return operands.stream()
        .map(operand -> inside(operand, lowest))
        .collect(Collectors.joining(separator));
  }

  private static String inside(Expr expr, Precedence lowest) {
    String text = print(expr);
    return Precedence.of(expr).compareTo(lowest) < 0 ? "(" + text + ")" : text;
  }
}
