package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.event.CompareOp;
import dev.tocsin.routing.RoutingPlan;
import dev.tocsin.window.WindowShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes equal aggregates, readings and crossings one, among all that are read at one tick. */
final class Interner {
  private record AggregateKey(FoldPlan fold, WindowShape window, long tickNanos) {}

  private record ReadingKey(AggregatePlan aggregate, Statistic statistic) {}

  private record DerivedKey(Expression expression, List<String> dimensions) {}

  private record CrossingKey(
      Quantity reading, CompareOp operator, double threshold, long minSamples) {}

  private final Pool pool;
  private final long tickNanos;

  /**
   * @param tickNanos how often what is asked for here is read
   */
  Interner(long tickNanos) {
    this(new Pool(), tickNanos);
  }

  private Interner(Pool pool, long tickNanos) {
    this.pool = pool;
    this.tickNanos = tickNanos;
  }

  /** The same, for what is read at other ticks. */
  Interner every(long otherTickNanos) {
    return new Interner(pool, otherTickNanos);
  }

  /** All there is, at any tick. */
  private static final class Pool {
    private final Map<AggregateKey, AggregatePlan> aggregates = new HashMap<>();
    private final Map<ReadingKey, ReadingPlan> readings = new HashMap<>();
    private final Map<DerivedKey, DerivedPlan> derived = new HashMap<>();
    private final Map<CrossingKey, CrossingPlan> crossings = new HashMap<>();
    private final List<AggregatePlan> aggregateList = new ArrayList<>();
    private final List<ReadingPlan> readingList = new ArrayList<>();
    private final List<DerivedPlan> derivedList = new ArrayList<>();
    private final List<CrossingPlan> crossingList = new ArrayList<>();
  }

  AggregatePlan aggregate(FoldPlan fold, WindowShape window) {
    return pool.aggregates.computeIfAbsent(
        new AggregateKey(fold, window, tickNanos),
        key ->
            added(
                pool.aggregateList,
                new AggregatePlan(pool.aggregateList.size(), fold, window, tickNanos)));
  }

  ReadingPlan reading(
      AggregatePlan aggregate, Statistic statistic, Unit unit, double scale, String text) {
    return pool.readings.computeIfAbsent(
        new ReadingKey(aggregate, statistic),
        key ->
            added(
                pool.readingList,
                new ReadingPlan(pool.readingList.size(), aggregate, statistic, unit, scale, text)));
  }

  DerivedPlan derived(
      Expression expression, List<String> dimensions, Unit unit, double scale, String text) {
    return pool.derived.computeIfAbsent(
        new DerivedKey(expression, dimensions),
        key ->
            added(
                pool.derivedList,
                new DerivedPlan(
                    pool.derivedList.size(), expression, dimensions, unit, scale, text)));
  }

  CrossingPlan crossing(Quantity reading, CompareOp operator, double threshold, long minSamples) {
    return pool.crossings.computeIfAbsent(
        new CrossingKey(reading, operator, threshold, minSamples),
        key ->
            added(
                pool.crossingList,
                new CrossingPlan(
                    pool.crossingList.size(), reading, operator, threshold, minSamples)));
  }

  /** The plan of rules; the ticks are those of this interner. */
  Plan plan(List<RulePlan> rules, Optional<OverflowAlert> overflow, RoutingPlan routing) {
    return new Plan(
        tickNanos,
        rules,
        pool.aggregateList,
        pool.readingList,
        pool.derivedList,
        pool.crossingList,
        overflow,
        routing);
  }

  private static <T> T added(List<T> list, T item) {
    list.add(item);
    return item;
  }
}
