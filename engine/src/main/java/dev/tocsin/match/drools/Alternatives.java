package dev.tocsin.match.drools;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways in which a formula can be true, each a set of comparisons that hold together: its
 * disjunctive normal form. Drools splits an {@code or} the same way; done here, the widest group
 * can come first in each.
 */
final class Alternatives {
  private Alternatives() {}

  /** Each with the comparisons of the most dimensions first, to which the others are joined. */
  static List<List<CrossingPlan>> widestFirst(Formula formula) {
    return of(formula).stream()
        .map(
            alternative ->
                alternative.stream()
                    .sorted(Comparator.comparing(c -> -c.reading().dimensions().size()))
                    .toList())
        .toList();
  }

  private static List<Set<CrossingPlan>> of(Formula formula) {
    if (formula instanceof Formula.Atom atom) {
      return List.of(Set.of(atom.crossing()));
    }
    if (formula instanceof Formula.Or or) {
      return or.operands().stream().flatMap(operand -> of(operand).stream()).distinct().toList();
    }
    List<Set<CrossingPlan>> product = List.of(Set.of());
    for (Formula operand : ((Formula.And) formula).operands()) {
      List<Set<CrossingPlan>> longer = new ArrayList<>();
      for (Set<CrossingPlan> left : product) {
        for (Set<CrossingPlan> right : of(operand)) {
          Set<CrossingPlan> both = new LinkedHashSet<>(left);
          both.addAll(right);
          longer.add(both);
        }
      }
      product = longer;
    }
    return product.stream().distinct().toList();
  }
}
