package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.Glob;
import dev.tocsin.event.Predicate;
import dev.tocsin.event.Regex;
import dev.tocsin.event.TextPattern;

/** Types {@code like}, {@code =~} and {@code !~}. */
final class PatternTyper {
  private final Problems problems;
  private final KnownFields fields;

  PatternTyper(Problems problems, KnownFields fields) {
    this.problems = problems;
    this.fields = fields;
  }

  Predicate type(Expr.Comparison comparison) throws TypingException {
    CompareOperator operator = comparison.operator();
    Field field = field(comparison.left(), operator);
    if (!(comparison.right() instanceof Expr.StringLiteral pattern)) {
      throw problems.error(
          Code.UNIT_MISMATCH,
          comparison.right().span(),
          "the pattern of '%s' must be a text in quotes".formatted(operator.symbol()),
          "as in: %s %s"
              .formatted(
                  field.name(), operator == CompareOperator.LIKE ? "like \"a*\"" : "=~ \"a.*\""));
    }
    TextPattern read =
        operator == CompareOperator.LIKE ? new Glob(pattern.value()) : regex(pattern);
    Predicate match = new Predicate.TextMatch(field, read);
    return operator == CompareOperator.NOT_MATCHES ? new Predicate.Not(match) : match;
  }

  private Field field(Expr left, CompareOperator operator) throws TypingException {
    if (!(left instanceof Expr.Name name)) {
      throw problems.error(
          Code.NOT_A_CONDITION,
          left.span(),
          "expected the name of a field before '" + operator.symbol() + "'");
    }
    Field field = fields.field(name);
    if (field instanceof Field.Text || field instanceof Field.Attribute) {
      return field;
    }
    String what =
        field instanceof Field.Number number ? Constants.describe(number.unit()) : "true or false";
    throw problems.error(
        Code.UNIT_MISMATCH,
        name.span(),
        "'%s' looks at texts and '%s' is %s".formatted(operator.symbol(), name.name(), what));
  }

  private Regex regex(Expr.StringLiteral written) throws TypingException {
    try {
      return Regex.of(written.value());
    } catch (Regex.BadPatternException e) {
      Regex.Problem problem = e.problem();
      Span span =
          problem.fragment().map(part -> inside(written.span(), part)).orElse(written.span());
      throw problems.error(
          Code.BAD_PATTERN, span, "bad pattern: " + problem.message(), problem.hint());
    }
  }

  /** Where a part of the pattern stands, unless escapes or repetitions make that doubtful. */
  private static Span inside(Span literal, String part) {
    for (String spelling : new String[] {part, part.replace("\\", "\\\\")}) {
      int at = literal.written().indexOf(spelling, 1);
      if (at >= 0 && literal.written().indexOf(spelling, at + 1) < 0) {
        int start = literal.start() + at;
        return new Span(literal.source(), start, start + spelling.length());
      }
    }
    return literal;
  }
}
