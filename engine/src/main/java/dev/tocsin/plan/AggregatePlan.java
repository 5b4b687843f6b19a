package dev.tocsin.plan;

import dev.tocsin.window.WindowShape;

/**
 * A fold in a window. Equal aggregates are one.
 *
 * @param id its place in {@link Plan#aggregates()}
 * @param fold what is folded
 * @param window where
 * @param tickNanos how often it is read
 */
public record AggregatePlan(int id, FoldPlan fold, WindowShape window, long tickNanos) {

  /** By its id alone: equal aggregates have the same, and the rest is deep. */
  @Override
  public int hashCode() {
    return id;
  }
}
