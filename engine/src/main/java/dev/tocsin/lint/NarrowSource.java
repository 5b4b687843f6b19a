package dev.tocsin.lint;

import dev.tocsin.event.Field;
import dev.tocsin.event.Predicate;
import dev.tocsin.plan.FoldPlan;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Events that may stop while other calls go on.
 *
 * @param scores that calls must have
 * @param measure that is folded
 * @param where what calls must be
 */
record NarrowSource(Set<String> scores, Optional<String> measure, Optional<Predicate> where) {
  /** What calls that went well are chosen by; when none do, other rules tell. */
  private static final Set<String> OUTCOME = Set.of("status", "error", "finish_reason");

  /** That of a fold, if it is narrow. */
  static Optional<NarrowSource> of(FoldPlan fold) {
    Optional<Predicate> where = fold.where().filter(NarrowSource::isNarrow);
    NarrowSource source = new NarrowSource(fold.scores(), fold.measure(), where);
    boolean narrow =
        !source.scores.isEmpty() || source.measure.isPresent() || source.where.isPresent();
    return narrow ? Optional.of(source) : Optional.empty();
  }

  private static boolean isNarrow(Predicate where) {
    return where.fields().stream().map(Field::name).anyMatch(name -> !OUTCOME.contains(name));
  }

  /** In words, in the plural. */
  String text() {
    if (!scores.isEmpty()) {
      return new TreeSet<>(scores)
          .stream()
              .collect(
                  Collectors.joining(", ", scores.size() > 1 ? "the scores " : "scores of ", ""));
    }
    return measure
        .map(name -> "measures of " + name)
        .orElseGet(
            () ->
                "calls of this "
                    + where.stream()
                        .flatMap(predicate -> predicate.fields().stream())
                        .map(Field::name)
                        .filter(name -> !OUTCOME.contains(name))
                        .sorted()
                        .collect(Collectors.joining(" and ")));
  }
}
