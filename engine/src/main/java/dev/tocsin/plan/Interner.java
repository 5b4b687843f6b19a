package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.event.CompareOp;
import dev.tocsin.window.WindowShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes equal aggregates, readings and crossings one. */
final class Interner {
  private record AggregateKey(FoldPlan fold, WindowShape window) {}

  private record ReadingKey(AggregatePlan aggregate, Statistic statistic) {}

  private record DerivedKey(Expression expression, List<String> dimensions) {}

  private record CrossingKey(
      Quantity reading, CompareOp operator, double threshold, long minSamples) {}

  private final Map<AggregateKey, AggregatePlan> aggregates = new HashMap<>();
  private final Map<ReadingKey, ReadingPlan> readings = new HashMap<>();
  private final Map<DerivedKey, DerivedPlan> derived = new HashMap<>();
  private final Map<CrossingKey, CrossingPlan> crossings = new HashMap<>();
  private final List<AggregatePlan> aggregateList = new ArrayList<>();
  private final List<ReadingPlan> readingList = new ArrayList<>();
  private final List<DerivedPlan> derivedList = new ArrayList<>();
  private final List<CrossingPlan> crossingList = new ArrayList<>();

  AggregatePlan aggregate(FoldPlan fold, WindowShape window) {
    return aggregates.computeIfAbsent(
        new AggregateKey(fold, window),
        key -> added(aggregateList, new AggregatePlan(aggregateList.size(), fold, window)));
  }

  ReadingPlan reading(
      AggregatePlan aggregate, Statistic statistic, Unit unit, double scale, String text) {
    return readings.computeIfAbsent(
        new ReadingKey(aggregate, statistic),
        key ->
            added(
                readingList,
                new ReadingPlan(readingList.size(), aggregate, statistic, unit, scale, text)));
  }

  DerivedPlan derived(
      Expression expression, List<String> dimensions, Unit unit, double scale, String text) {
    return derived.computeIfAbsent(
        new DerivedKey(expression, dimensions),
        key ->
            added(
                derivedList,
                new DerivedPlan(derivedList.size(), expression, dimensions, unit, scale, text)));
  }

  CrossingPlan crossing(Quantity reading, CompareOp operator, double threshold, long minSamples) {
    return crossings.computeIfAbsent(
        new CrossingKey(reading, operator, threshold, minSamples),
        key ->
            added(
                crossingList,
                new CrossingPlan(crossingList.size(), reading, operator, threshold, minSamples)));
  }

  Plan plan(long tickNanos, List<RulePlan> rules) {
    return new Plan(tickNanos, rules, aggregateList, readingList, derivedList, crossingList);
  }

  private static <T> T added(List<T> list, T item) {
    list.add(item);
    return item;
  }
}
