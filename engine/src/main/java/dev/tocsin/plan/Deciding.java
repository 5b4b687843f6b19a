package dev.tocsin.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which comparisons of a condition can be the first in the text that holds when it is true. */
final class Deciding {
  private final Set<CrossingPlan> crossings = new HashSet<>();

  private Deciding() {}

  static List<RuleComparison> of(Formula formula, List<RuleComparison> comparisons) {
    Deciding deciding = new Deciding();
    deciding.first(formula);
    return comparisons.stream()
        .filter(comparison -> deciding.crossings.contains(comparison.crossing()))
        .toList();
  }

  /** All of an 'and' hold, so the first does. */
  private void first(Formula formula) {
    if (formula instanceof Formula.And and) {
      first(and.operands().get(0));
    } else {
      any(formula);
    }
  }

  /** Of an 'or' any may hold, also a part of an alternative that is not true as a whole. */
  private void any(Formula formula) {
    if (formula instanceof Formula.Atom atom) {
      crossings.add(atom.crossing());
    } else if (formula instanceof Formula.And and) {
      and.operands().forEach(this::any);
    } else if (formula instanceof Formula.Or or) {
      or.operands().forEach(this::any);
    }
  }
}
