package dev.tocsin.aggregate;

import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.WindowShape;
import java.util.function.IntFunction;

/** How the groups of an aggregate lie in memory. */
final class Layout {
  private Layout() {}

  /**
   * Arrays for all groups where there are groups and arrays can hold them, else a window for each.
   *
   * @param kinds what is folded for the group at a place
   */
  static GroupStates of(AggregatePlan plan, IntFunction<FoldKind> kinds) {
    FoldPlan fold = plan.fold();
    if (fold.dimensions().isEmpty() || fold.what() instanceof FoldPlan.EveryNumber) {
      return new WindowStates(plan.window(), kinds);
    }
    return inArrays(fold, plan.window(), kinds);
  }

  /**
   * Arrays for all members of a family where arrays can hold them, else a window for each.
   *
   * @param common the fold of all
   */
  static GroupStates ofFamily(FoldPlan common, WindowShape window, IntFunction<FoldKind> kinds) {
    if (!(common.what() instanceof FoldPlan.EveryNumber)) {
      return inArrays(common, window, kinds);
    }
    return window instanceof WindowShape.Sliding sliding && SlidingDrift.suffices(sliding)
        ? new SlidingDrift(sliding, kinds)
        : new WindowStates(window, kinds);
  }

  private static GroupStates inArrays(
      FoldPlan fold, WindowShape window, IntFunction<FoldKind> kinds) {
    FoldKind kind = FoldKinds.of(fold, Group.ALL);
    if (window instanceof WindowShape.Sliding sliding
        && sliding.baselineNanos() == 0
        && sliding.offsetNanos() == 0) {
      if (SumTotals.suffice(kind)) {
        return new SlidingSums(sliding, kind);
      }
      if (SlidingSamples.suffice(sliding, kind)) {
        return new SlidingSamples(sliding, kind);
      }
    }
    if (window instanceof WindowShape.Calendar calendar
        && calendar.back() == 0
        && SumTotals.suffice(kind)) {
      return new CalendarSums(calendar, kind);
    }
    return new WindowStates(window, kinds);
  }
}
