package dev.tocsin.aggregate;

import dev.tocsin.event.Field;
import dev.tocsin.event.Predicate;
import dev.tocsin.plan.FoldPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fold apart from one of its conditions: that a field is a certain text. Folds that differ in
 * that text alone are one {@link Family}.
 *
 * @param common the fold without that condition
 * @param field what it asks of
 * @param key the text
 */
record KeyedFold(FoldPlan common, Field field, String key) {

  /** Of a fold of calls into one total, or into a group for each number that calls carry. */
  static Optional<KeyedFold> of(FoldPlan plan) {
    if (!plan.by().isEmpty() || !Fold.looksAtCalls(plan) || plan.where().isEmpty()) {
      return Optional.empty();
    }
    List<Predicate> rest = new ArrayList<>(conjuncts(plan.where().get()));
    for (Predicate each : rest) {
      if (isIndexed(each) && each instanceof Predicate.TextTest test && test.values().size() == 1) {
        rest.remove(each);
        FoldPlan common = new FoldPlan(plan.what(), all(rest), List.of());
        return Optional.of(new KeyedFold(common, test.field(), test.values().iterator().next()));
      }
    }
    return Optional.empty();
  }

  /** What must all be true for a predicate to be. */
  static List<Predicate> conjuncts(Predicate where) {
    return where instanceof Predicate.And and
        ? and.operands().stream().flatMap(each -> conjuncts(each).stream()).toList()
        : List.of(where);
  }

  /** Whether it says which text a field has: few calls pass it, and an index finds those. */
  static boolean isIndexed(Predicate predicate) {
    return predicate instanceof Predicate.TextTest test && !test.field().name().equals("status");
  }

  private static Optional<Predicate> all(List<Predicate> predicates) {
    return predicates.size() < 2
        ? predicates.stream().findFirst()
        : Optional.of(new Predicate.And(predicates));
  }
}
