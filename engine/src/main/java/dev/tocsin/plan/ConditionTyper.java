package dev.tocsin.plan;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.CompareOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Types one rule's condition to a formula in negation normal form. */
final class ConditionTyper {
  private static final long MOST_ALTERNATIVES = 256;

  private final Problems problems;
  private final Constants constants;
  private final TermTyper terms;
  private final Interner interner;
  private final RuleWindows windows;
  private final Optional<Long> minSamples;
  private final List<RuleComparison> comparisons = new ArrayList<>();

  ConditionTyper(
      Problems problems,
      TermTyper terms,
      Interner interner,
      RuleWindows windows,
      Optional<Long> minSamples) {
    this.problems = problems;
    this.constants = new Constants(problems);
    this.terms = terms;
    this.interner = interner;
    this.windows = windows;
    this.minSamples = minSamples;
  }

  /** The comparisons typed so far, in the order of the text. */
  List<RuleComparison> comparisons() {
    return List.copyOf(comparisons);
  }

  /**
   * A formula with the dimensions of its groups.
   *
   * @param alternatives in how many ways it can be true, each a rule for the matcher
   */
  record Typed(Formula formula, List<String> dimensions, long alternatives) {}

  Typed type(Expr expr, boolean negated) throws TypingException {
    if (expr instanceof Expr.Not not) {
      return type(not.operand(), !negated);
    }
    if (expr instanceof Expr.And and) {
      return negated ? or(and.operands(), expr, true) : and(and.operands(), expr, false);
    }
    if (expr instanceof Expr.Or or) {
      return negated ? and(or.operands(), expr, true) : or(or.operands(), expr, false);
    }
    if (expr instanceof Expr.Comparison comparison) {
      return comparison(comparison, negated);
    }
    if (expr instanceof Expr.Absent) {
      throw problems.notSupportedYet(expr.span(), "'absent'");
    }
    throw problems.error(
        Code.NOT_A_CONDITION,
        expr.span(),
        "'" + expr.span().text() + "' is a value, not a condition",
        "compare it with a threshold, as in: " + expr.span().text() + " > 100");
  }

  private Typed and(List<Expr> operands, Expr whole, boolean negated) throws TypingException {
    List<Typed> typed = all(operands, negated);
    List<String> widest = List.of();
    for (Typed operand : typed) {
      if (operand.dimensions().size() > widest.size()) {
        widest = operand.dimensions();
      }
    }
    for (Typed operand : typed) {
      if (!new HashSet<>(widest).containsAll(operand.dimensions())) {
        throw differ(
            whole,
            widest,
            operand.dimensions(),
            "give both sides the same 'by', or leave it out on one side");
      }
    }
    long ways = 1;
    for (Typed operand : typed) {
      ways = limited(ways * operand.alternatives(), whole);
    }
    return new Typed(new Formula.And(formulas(typed)), widest, ways);
  }

  private Typed or(List<Expr> operands, Expr whole, boolean negated) throws TypingException {
    List<Typed> typed = all(operands, negated);
    List<String> first = typed.get(0).dimensions();
    for (Typed operand : typed) {
      if (!first.equals(operand.dimensions())) {
        throw differ(
            whole,
            first,
            operand.dimensions(),
            whole instanceof Expr.And
                ? "a negated 'and' is an 'or', which needs the same 'by' on both sides"
                : "an 'or' needs the same 'by' on both sides");
      }
    }
    long ways = limited(typed.stream().mapToLong(Typed::alternatives).sum(), whole);
    return new Typed(new Formula.Or(formulas(typed)), first, ways);
  }

  /** {@code (a or b) and (c or d) and ...} doubles with each pair. */
  private long limited(long alternatives, Expr whole) throws TypingException {
    if (alternatives > MOST_ALTERNATIVES) {
      throw problems.error(
          Code.TOO_COMPLEX,
          whole.span(),
          "more than " + MOST_ALTERNATIVES + " combinations of comparisons make this true",
          "split it into several rules");
    }
    return alternatives;
  }

  private static List<Formula> formulas(List<Typed> typed) {
    return typed.stream().map(Typed::formula).toList();
  }

  private List<Typed> all(List<Expr> operands, boolean negated) throws TypingException {
    List<Typed> typed = new ArrayList<>();
    boolean failed = false;
    for (Expr operand : operands) {
      try {
        typed.add(type(operand, negated));
      } catch (TypingException reported) {
        failed = true; // go on, so that all problems of a condition come at once
      }
    }
    if (failed) {
      throw new TypingException();
    }
    return typed;
  }

  private TypingException differ(Expr whole, List<String> one, List<String> other, String hint) {
    return problems.error(
        Code.GROUPS_DIFFER,
        whole.span(),
        "one side is %s, the other %s; they cannot be joined".formatted(by(one), by(other)),
        hint);
  }

  private static String by(List<String> dimensions) {
    return dimensions.isEmpty() ? "one total" : "by " + String.join(", ", dimensions);
  }

  private Typed comparison(Expr.Comparison comparison, boolean negated) throws TypingException {
    Optional<Expr.NumberLiteral> left = Constants.literal(comparison.left());
    Optional<Expr.NumberLiteral> right = Constants.literal(comparison.right());
    if (left.isPresent() && right.isPresent()) {
      throw problems.error(
          Code.NOT_A_CONDITION, comparison.span(), "both sides are constants; nothing is watched");
    }
    Expr term = left.isPresent() ? comparison.right() : comparison.left();
    ReadingPlan reading = terms.type(term, windows);
    if (left.isEmpty() && right.isEmpty()) {
      Expr other = comparison.right();
      if (other instanceof Expr.StringLiteral || other instanceof Expr.BooleanLiteral) {
        throw problems.error(
            Code.UNIT_MISMATCH,
            other.span(),
            "'%s' is %s and '%s' is not a number"
                .formatted(
                    term.span().text(), Constants.describe(reading.unit()), other.span().text()));
      }
      throw problems.notSupportedYet(comparison.span(), "comparing one reading with another");
    }
    CompareOp operator = operator(comparison);
    operator = left.isPresent() ? operator.mirrored() : operator;
    operator = negated ? operator.negated() : operator;
    double threshold =
        constants.inBaseUnits(
            left.or(() -> right).get(),
            reading.unit(),
            (int) Math.round(Math.log10(reading.scale())),
            term.span().text());
    CrossingPlan crossing =
        interner.crossing(
            reading,
            operator,
            threshold,
            minSamples.orElse(reading.statistic().defaultMinSamples()));
    comparisons.add(new RuleComparison(term.span().text().strip(), crossing));
    return new Typed(new Formula.Atom(crossing), reading.dimensions(), 1);
  }

  private CompareOp operator(Expr.Comparison comparison) throws TypingException {
    return switch (comparison.operator()) {
      case GREATER -> CompareOp.GREATER;
      case GREATER_OR_EQUAL -> CompareOp.GREATER_OR_EQUAL;
      case LESS -> CompareOp.LESS;
      case LESS_OR_EQUAL -> CompareOp.LESS_OR_EQUAL;
      case EQUAL -> CompareOp.EQUAL;
      case NOT_EQUAL -> CompareOp.NOT_EQUAL;
      case LIKE, MATCHES, NOT_MATCHES ->
          throw problems.error(
              Code.UNIT_MISMATCH,
              comparison.span(),
              "'" + comparison.operator().symbol() + "' compares texts, and readings are numbers");
    };
  }
}
