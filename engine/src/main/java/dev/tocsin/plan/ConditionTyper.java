package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.TypedValue.Calculated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Types one rule's condition to a formula in negation normal form. */
final class ConditionTyper {
  /** In so many ways a condition may be true, each a rule for the matcher. */
  static final long MOST_ALTERNATIVES = 256;

  private final Problems problems;
  private final Constants constants;
  private final ValueTyper values;
  private final Interner interner;
  private final List<RuleComparison> comparisons = new ArrayList<>();

  ConditionTyper(Problems problems, ValueTyper values, Interner interner) {
    this.problems = problems;
    this.constants = new Constants(problems);
    this.values = values;
    this.interner = interner;
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
    if (expr instanceof Expr.Absent absent) {
      return absent(absent, negated);
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
    return problems.groupsDiffer(whole.span(), one, other, hint);
  }

  /** No events at all where a reading looks: its number of samples is compared with 0. */
  private Typed absent(Expr.Absent absent, boolean negated) throws TypingException {
    if (!(values.type(absent.operand()) instanceof Calculated of)) {
      throw problems.error(
          Code.NOT_A_CONDITION,
          absent.operand().span(),
          "a constant is never absent",
          "as in: absent(count() over 15m)");
    }
    List<Formula> empty = new ArrayList<>();
    for (ReadingPlan reading : of.expression().readings()) {
      if (!reading.dimensions().equals(of.dimensions())) {
        throw problems.groupsDiffer(
            absent.span(),
            of.dimensions(),
            reading.dimensions(),
            "inside 'absent' give all the same 'by'");
      }
      String text = "absent(" + reading.text() + ")";
      ReadingPlan samples =
          interner.reading(reading.aggregate(), new Statistic.Samples(), Unit.COUNT, 1, text);
      CrossingPlan crossing =
          interner.crossing(samples, negated ? CompareOp.NOT_EQUAL : CompareOp.EQUAL, 0, 0);
      comparisons.add(new RuleComparison(text, crossing));
      empty.add(new Formula.Atom(crossing));
    }
    if (empty.size() == 1) {
      return new Typed(empty.get(0), of.dimensions(), 1);
    }
    return negated
        ? new Typed(new Formula.And(empty), of.dimensions(), 1)
        : new Typed(new Formula.Or(empty), of.dimensions(), empty.size());
  }

  private Typed comparison(Expr.Comparison comparison, boolean negated) throws TypingException {
    Optional<TypedValue> one = sideOrReported(comparison.left(), comparison.right());
    TypedValue right = side(comparison.right(), comparison.left());
    TypedValue left = one.orElseThrow(TypingException::new);
    CompareOp operator = operator(comparison);
    operator = negated ? operator.negated() : operator;
    if (left instanceof Calculated a) {
      return right instanceof Calculated b
          ? sides(a, operator, b, comparison)
          : threshold(a, operator, (Literal) right);
    }
    if (right instanceof Calculated b) {
      return threshold(b, operator.mirrored(), (Literal) left);
    }
    throw problems.error(
        Code.NOT_A_CONDITION, comparison.span(), "both sides are constants; nothing is watched");
  }

  /** Empty where its problem is reported: the other side may have one of its own. */
  private Optional<TypedValue> sideOrReported(Expr expr, Expr other) {
    try {
      return Optional.of(side(expr, other));
    } catch (TypingException reported) {
      return Optional.empty();
    }
  }

  private TypedValue side(Expr expr, Expr other) throws TypingException {
    if (expr instanceof Expr.StringLiteral || expr instanceof Expr.BooleanLiteral) {
      throw values.type(other) instanceof Calculated of
          ? problems.error(
              Code.UNIT_MISMATCH,
              expr.span(),
              "'%s' is %s and '%s' is not a number"
                  .formatted(
                      other.span().text(), Constants.describe(of.unit()), expr.span().text()))
          : problems.error(
              Code.NOT_A_CONDITION, expr.span(), "both sides are constants; nothing is watched");
    }
    return values.type(expr);
  }

  private Typed threshold(Calculated of, CompareOp operator, Literal literal)
      throws TypingException {
    String text = of.span().text().strip();
    double threshold =
        constants.inBaseUnits(literal, of.unit(), BigDecimal.valueOf(of.scale()), text);
    CrossingPlan crossing =
        of.expression() instanceof Expression.Reading reading
            ? interner.crossing(reading.plan(), operator, threshold, reading.minSamples())
            : interner.crossing(derived(of, text), operator, threshold, 0);
    return atom(crossing, new RuleComparison(text, crossing));
  }

  private Typed sides(Calculated left, CompareOp operator, Calculated right, Expr whole)
      throws TypingException {
    Calculated difference = values.compared(left, right, whole);
    CrossingPlan crossing =
        interner.crossing(derived(difference, whole.span().text().strip()), operator, 0, 0);
    Expression.Combined sides = (Expression.Combined) difference.expression();
    return atom(
        crossing,
        new RuleComparison(
            left.span().text().strip(),
            crossing,
            Optional.of(new RuleComparison.Sides(sides.left(), sides.right()))));
  }

  private DerivedPlan derived(Calculated of, String text) {
    return interner.derived(of.expression(), of.dimensions(), of.unit(), of.scale(), text);
  }

  private Typed atom(CrossingPlan crossing, RuleComparison comparison) {
    comparisons.add(comparison);
    return new Typed(new Formula.Atom(crossing), crossing.reading().dimensions(), 1);
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
