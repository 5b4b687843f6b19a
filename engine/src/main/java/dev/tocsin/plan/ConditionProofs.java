package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.CompareOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be proved of a condition without any event: that a comparison never or always holds, and
 * that two of them exclude each other.
 */
final class ConditionProofs {
  private static final double PER_CENT = 100;

  private final Diagnostics diagnostics;
  private final Span whole;
  private final List<Span> spans;
  private final Map<CrossingPlan, Span> written = new HashMap<>();

  private boolean proved;

  private ConditionProofs(
      Diagnostics diagnostics, Expr condition, List<RuleComparison> comparisons) {
    this.diagnostics = diagnostics;
    this.whole = condition.span();
    this.spans = ComparisonSpans.of(condition, comparisons.size());
    for (int i = comparisons.size() - 1; i >= 0; i--) {
      written.put(comparisons.get(i).crossing(), span(i));
    }
  }

  /** Reports what is doubtful in the condition of a rule. */
  static void check(
      Expr condition, Formula formula, List<RuleComparison> comparisons, Diagnostics diagnostics) {
    ConditionProofs proofs = new ConditionProofs(diagnostics, condition, comparisons);
    for (int i = 0; i < comparisons.size(); i++) {
      proofs.range(comparisons.get(i), proofs.span(i));
    }
    proofs.contradictions(formula);
    proofs.whole(formula);
  }

  /** What follows from all comparisons together, where nothing is told of one or two of them. */
  private void whole(Formula formula) {
    if (proved || formula instanceof Formula.Atom) {
      return;
    }
    if (Together.ways(formula).isEmpty()) {
      diagnostics.warning(
          Code.NEVER_TRUE,
          whole,
          "this can never be true: its comparisons exclude each other",
          Optional.empty());
    } else if (LifePlanner.waysToBeFalse(formula) <= ConditionTyper.MOST_ALTERNATIVES
        && Together.ways(opposite(formula)).isEmpty()) {
      diagnostics.warning(
          Code.ALWAYS_TRUE,
          whole,
          "this is true whenever there is data: one of its comparisons always is",
          Optional.empty());
    }
  }

  private static Formula opposite(Formula formula) {
    if (formula instanceof Formula.And and) {
      return new Formula.Or(and.operands().stream().map(ConditionProofs::opposite).toList());
    }
    if (formula instanceof Formula.Or or) {
      return new Formula.And(or.operands().stream().map(ConditionProofs::opposite).toList());
    }
    CrossingPlan crossing = ((Formula.Atom) formula).crossing();
    return new Formula.Atom(
        new CrossingPlan(
            crossing.id(),
            crossing.reading(),
            crossing.operator().negated(),
            crossing.threshold(),
            crossing.minSamples()));
  }

  private Span span(int comparison) {
    return spans.get(comparison);
  }

  private void range(RuleComparison comparison, Span span) {
    CrossingPlan crossing = comparison.crossing();
    ValueRange range = ValueRange.of(crossing.reading());
    double constant = crossing.threshold();
    boolean read = crossing.reading() instanceof ReadingPlan;
    if (read && range.bounded() && !range.holds(constant)) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          span,
          "'%s' %s, and this compares it with what lies outside"
              .formatted(comparison.term(), range.text(crossing.reading().unit())),
          percentage(crossing));
      proved = true;
    } else if (range.never(crossing.operator(), constant)) {
      diagnostics.warning(
          Code.NEVER_TRUE,
          span,
          "this can never be true: " + ranges(comparison, range),
          percentage(crossing));
      proved = true;
    } else if (range.always(crossing.operator(), constant)) {
      diagnostics.warning(
          Code.ALWAYS_TRUE,
          span,
          "this is true whenever there is data: " + ranges(comparison, range),
          Optional.empty());
      proved = true;
    } else if (!crossing.reading().dimensions().isEmpty() && holdsWidely(crossing)) {
      diagnostics.warning(
          Code.HOLDS_WIDELY,
          span,
          "this holds for nearly every group of %s, and each costs memory and time while it does"
              .formatted(String.join(", ", crossing.reading().dimensions())),
          Optional.of("compare with a threshold that few groups pass"));
    }
  }

  private static String ranges(RuleComparison comparison, ValueRange range) {
    Quantity quantity = comparison.crossing().reading();
    return comparison
        .sides()
        .map(
            sides ->
                "the left side %s, the right side %s"
                    .formatted(
                        ValueRange.of(sides.left(), quantity.scale()).text(quantity.unit()),
                        ValueRange.of(sides.right(), quantity.scale()).text(quantity.unit())))
        .orElseGet(() -> "'%s' %s".formatted(comparison.term(), range.text(quantity.unit())));
  }

  private static boolean holdsWidely(CrossingPlan crossing) {
    CompareOp operator = crossing.operator();
    if (operator == CompareOp.NOT_EQUAL) {
      return true;
    }
    return crossing.reading() instanceof ReadingPlan reading
        && reading.statistic().function() == Function.COUNT
        && ((operator == CompareOp.GREATER && crossing.threshold() < 1)
            || (operator == CompareOp.GREATER_OR_EQUAL && crossing.threshold() <= 1));
  }

  /** {@code error_rate > 5} was probably meant as a percentage. */
  private static Optional<String> percentage(CrossingPlan crossing) {
    double constant = crossing.threshold();
    return crossing.reading().unit() == Unit.FRACTION && constant >= 1 && constant <= PER_CENT
        ? Optional.of("for %s in a hundred write %s%%".formatted(plain(constant), plain(constant)))
        : Optional.empty();
  }

  private static String plain(double constant) {
    return new java.math.BigDecimal(constant)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }

  private void contradictions(Formula formula) {
    if (formula instanceof Formula.Or or) {
      or.operands().forEach(this::contradictions);
    } else if (formula instanceof Formula.And and) {
      List<CrossingPlan> together = new ArrayList<>();
      gather(and, together);
      for (int i = 0; i < together.size(); i++) {
        for (int j = i + 1; j < together.size(); j++) {
          contradiction(together.get(i), together.get(j));
        }
      }
    }
  }

  /** The comparisons that must hold together; an {@code or} below begins anew. */
  private void gather(Formula.And and, List<CrossingPlan> together) {
    for (Formula operand : and.operands()) {
      if (operand instanceof Formula.And inner) {
        gather(inner, together);
      } else if (operand instanceof Formula.Atom atom) {
        together.add(atom.crossing());
      } else {
        contradictions(operand);
      }
    }
  }

  private void contradiction(CrossingPlan one, CrossingPlan other) {
    if (one.reading().equals(other.reading()) && ValueRange.exclude(one, other)) {
      proved = true;
      Span first = written.getOrDefault(one, whole);
      Span second = written.getOrDefault(other, whole);
      diagnostics.warning(
          Code.NEVER_TRUE,
          first.equals(second) ? whole : first.start() < second.start() ? second : first,
          "this can never be true together with '%s'"
              .formatted((first.start() < second.start() ? first : second).text().strip()),
          Optional.of("write 'or' where one of them is enough, or remove one"));
    }
  }
}
