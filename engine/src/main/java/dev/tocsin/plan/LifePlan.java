package dev.tocsin.plan;

import dev.tocsin.dsl.rulefile.NoData;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of the life of its alerts besides {@code for} and {@code keep_firing_for}. Empty
 * where the rule does not ask, so that nothing is compared and decided for it.
 *
 * @param noData what becomes of an alert while its condition is neither true nor false
 * @param remembered each holds for the groups that an aggregate of the condition remembers; empty
 *     where nothing is asked of groups without data
 * @param opposite when the condition is false, where it matters whether it is unknown
 * @param resolves when an alert may resolve, if the rule says
 * @param resolveComparisons those of {@code resolves}, in the order of the text
 * @param resolvesBy the dimensions of {@code resolves}: some of the rule's, or all
 * @param worse the severities above that of the rule, the mildest first, at most two
 * @param limit at most so many groups have an alert of their own, or {@link #NO_LIMIT}
 * @param flapping when an alert counts as flapping, if the rule says
 */
public record LifePlan(
    NoData noData,
    List<CrossingPlan> remembered,
    Optional<Formula> opposite,
    Optional<Formula> resolves,
    List<RuleComparison> resolveComparisons,
    List<String> resolvesBy,
    List<WorsePlan> worse,
    long limit,
    Optional<FlapPlan> flapping) {

  /** As many groups as there are. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  public LifePlan {
    worse = List.copyOf(worse);
    remembered = List.copyOf(remembered);
    resolveComparisons = List.copyOf(resolveComparisons);
    resolvesBy = List.copyOf(resolvesBy);
  }

  /** Whether it matters that a condition is neither true nor false. */
  public boolean asksForUnknown() {
    return opposite.isPresent();
  }
}
