package dev.tocsin.cli.explain;

import dev.tocsin.cli.text.Quantity;
import dev.tocsin.event.CompareOp;
import dev.tocsin.explain.TermExplanation;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A condition in words, as it is decided: {@code not} is turned into the opposite comparison. */
final class ConditionWords {
  private final Map<CrossingPlan, String> terms = new HashMap<>();

  ConditionWords(List<TermExplanation> terms) {
    terms.forEach(term -> this.terms.putIfAbsent(term.comparison(), words(term)));
  }

  /** {@code daily_cost is more than $1,000}. */
  static String words(TermExplanation term) {
    CompareOp operator = term.comparison().operator();
    String text = oneLine(term.term());
    if (term.asksForAbsence()) {
      return operator == CompareOp.EQUAL ? text : "not " + text;
    }
    String threshold =
        term.right()
            .map(ConditionWords::oneLine)
            .orElseGet(() -> Quantity.exact(term.threshold(), term.comparison().reading().unit()));
    return text + " " + words(operator) + " " + threshold;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  String of(Formula formula) {
    return of(formula, false);
  }

  private String of(Formula formula, boolean inside) {
    if (formula instanceof Formula.And and) {
      return joined(and.operands(), " and ", inside);
    }
    if (formula instanceof Formula.Or or) {
      return joined(or.operands(), " or ", inside);
    }
    return formula instanceof Formula.Atom atom ? terms.getOrDefault(atom.crossing(), "?") : "?";
  }

  private String joined(List<Formula> operands, String word, boolean inside) {
    String text =
        operands.stream().map(operand -> of(operand, true)).collect(Collectors.joining(word));
    return inside ? "(" + text + ")" : text;
  }

  private static String words(CompareOp operator) {
    return switch (operator) {
      case GREATER -> "is more than";
      case GREATER_OR_EQUAL -> "is at least";
      case LESS -> "is less than";
      case LESS_OR_EQUAL -> "is at most";
      case EQUAL -> "is";
      case NOT_EQUAL -> "is not";
    };
  }
}
