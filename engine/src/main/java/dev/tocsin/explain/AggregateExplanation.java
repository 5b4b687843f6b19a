package dev.tocsin.explain;

import dev.tocsin.aggregate.Footprint;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.WindowText;
import dev.tocsin.window.WindowShape;
import java.util.List;
import java.util.Optional;

/**
 * What is folded for a rule.
 *
 * @param plan the aggregate
 * @param readings what is read off it, by label
 * @param quietBytes estimated memory of a group with one call in its window
 * @param busyBytes estimated memory of a group with calls in every pane; see {@link
 *     dev.tocsin.aggregate.Footprint}
 * @param sharedWith the other rules that read it, in the order of the file
 */
public record AggregateExplanation(
    AggregatePlan plan,
    List<String> readings,
    long quietBytes,
    long busyBytes,
    List<String> sharedWith) {
  public AggregateExplanation {
    readings = List.copyOf(readings);
    sharedWith = List.copyOf(sharedWith);
  }

  /** The window as conditions write it. */
  public String window() {
    return WindowText.of(plan.window());
  }

  /** The length of a pane, {@code 10s}; empty for windows without panes. */
  public Optional<String> pane() {
    return plan.window() instanceof WindowShape.Sliding sliding
        ? Optional.of(WindowText.duration(sliding.paneNanos()))
        : Optional.empty();
  }

  /** How many panes there are, with those of baseline and offset and the open one; 0 for none. */
  public long panes() {
    return plan.window() instanceof WindowShape.Sliding ? Footprint.panes(plan.window()) : 0;
  }

  /** The dimensions of its groups; empty for one total. */
  public List<String> dimensions() {
    return plan.fold().dimensions();
  }
}
