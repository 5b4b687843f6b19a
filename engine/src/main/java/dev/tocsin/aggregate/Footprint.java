package dev.tocsin.aggregate;

import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.WindowShape;
import java.util.List;
import java.util.Objects;

/**
 * Estimates the memory of one group of an aggregate: a real window is filled, and its objects are
 * counted as HotSpot lays them out with compressed pointers (12 bytes a header, 4 a reference,
 * multiples of 8).
 */
public final class Footprint {
  /** Different values that a busy group has in each pane: a hundred latencies. */
  public static final int VALUES_IN_PANE = 100;

  /** Panes that are filled; what more panes take is a multiple. */
  private static final long MOST_FILLED = 500;

  /** A node and its slot in the map of groups. */
  private static final long MAP_ENTRY = 40;

  private static final long START = 1_700_000_000_000_000_000L;
  private static final double SMALLEST = 1e6;
  private static final double STEP = 1.07;
  private static final String DIMENSION = "0123456789abcdef";

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
    AggregateStore store = new AggregateStore(aggregate, readings, 1);
    GroupWindow window = Objects.requireNonNull(store.open(group(aggregate.fold().dimensions())));
    long pane = aggregate.window() instanceof WindowShape.Sliding s ? s.paneNanos() : 1;
    long start = Math.floorDiv(START, pane) * pane;
    for (long i = 0; i < panes; i++) {
      for (int j = 0; j < values; j++) {
        window.window.add(start + i * pane, Math.round(SMALLEST * Math.pow(STEP, j)));
      }
    }
    window.window.advance(start + panes * pane - pane / 2);
    return MAP_ENTRY + new ObjectSizes().of(window);
  }

  private static Group group(List<String> dimensions) {
    // copies, since each group has texts of its own
    return new Group(
        dimensions,
        dimensions.stream()
            .map(name -> name.equals(FoldPlan.METRIC) ? "latency" : DIMENSION)
            .toList());
  }
}
