package dev.tocsin.aggregate;

import dev.tocsin.event.Columns;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.WindowShape;
import java.util.List;

/**
 * Estimates the memory of one group of an aggregate: some are filled, and what holds them is
 * counted as HotSpot lays them out with compressed pointers (12 bytes a header, 4 a reference,
 * multiples of 8).
 */
public final class Footprint {
  /** Different values that a busy group has in each pane: a hundred latencies. */
  public static final int VALUES_IN_PANE = 100;

  /** Panes that are filled; what more panes take is a multiple. */
  private static final long MOST_FILLED = 500;

  /** So many are filled, a power of two, as arrays grow by doubling. */
  private static final int GROUPS = 64;

  private static final long START = 1_700_000_000_000_000_000L;
  private static final double SMALLEST = 1e6;
  private static final double STEP = 1.07;
  private static final String DIMENSION = "0123456789abcd";

  private Footprint() {}

  /** Bytes of a group with one call in its window. */
  public static long quiet(AggregatePlan aggregate, List<ReadingPlan> readings) {
    return bytes(aggregate, readings, 1, 1);
  }

  /** Bytes of a group with {@link #VALUES_IN_PANE} different values in every pane. */
  public static long busy(AggregatePlan aggregate, List<ReadingPlan> readings) {
    long panes = panes(aggregate.window());
    long filled = Math.min(panes, MOST_FILLED);
    long bytes = bytes(aggregate, readings, filled, VALUES_IN_PANE);
    if (panes == filled) {
      return bytes;
    }
    long first = bytes(aggregate, readings, 1, VALUES_IN_PANE);
    return bytes + (bytes - first) / (filled - 1) * (panes - filled);
  }

  /** How many panes a window has, the open one among them; 1 for windows without panes. */
  public static long panes(WindowShape window) {
    return window instanceof WindowShape.Sliding s
        ? (s.lengthNanos() + s.baselineNanos() + s.offsetNanos()) / s.paneNanos() + 1
        : 1;
  }

  private static long bytes(
      AggregatePlan aggregate, List<ReadingPlan> readings, long panes, int values) {
    List<String> dimensions = aggregate.fold().dimensions();
    Grouping grouping = new Grouping(aggregate.fold(), new Columns());
    AggregateStore store = new AggregateStore(aggregate, readings, grouping, GROUPS);
    int groups = dimensions.isEmpty() ? 1 : GROUPS;
    long pane = aggregate.window() instanceof WindowShape.Sliding s ? s.paneNanos() : 1;
    long start = Math.floorDiv(START, pane) * pane;
    for (long i = 0; i < panes; i++) {
      for (int group = 0; group < groups; group++) {
        int slot = grouping.table().open(key(dimensions, group));
        for (int j = 0; j < values; j++) {
          store.add(slot, start + i * pane, Math.round(SMALLEST * Math.pow(STEP, j)));
        }
      }
    }
    long end = start + panes * pane;
    store.tick(
        end - end % aggregate.tickNanos(),
        (quantity, source, slot, noted, value, samples) -> noted);
    ObjectSizes sizes = new ObjectSizes();
    return store.memory().stream().mapToLong(sizes::of).sum() / groups;
  }

  private static String[] key(List<String> dimensions, int group) {
    return dimensions.stream()
        .map(name -> name.equals(FoldPlan.METRIC) ? "score.s" + group : DIMENSION + group)
        .toArray(String[]::new);
  }
}
