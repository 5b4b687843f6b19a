package dev.tocsin.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Comparisons that hold together: one way in which a condition is true. */
public final class Together {
  private final Map<Quantity, List<CrossingPlan>> byQuantity = new HashMap<>();

  private Together(List<CrossingPlan> crossings) {
    for (CrossingPlan crossing : crossings) {
      byQuantity.computeIfAbsent(crossing.reading(), key -> new ArrayList<>()).add(crossing);
    }
  }

  /** Each way in which a condition is true and that is possible. Conditions have few. */
  public static List<Together> ways(Formula formula) {
    return lists(formula).stream().map(Together::new).filter(Together::isPossible).toList();
  }

  private static List<List<CrossingPlan>> lists(Formula formula) {
    if (formula instanceof Formula.Or or) {
      return or.operands().stream().flatMap(operand -> lists(operand).stream()).toList();
    }
    if (formula instanceof Formula.And and) {
      List<List<CrossingPlan>> all = List.of(List.of());
      for (Formula operand : and.operands()) {
        List<List<CrossingPlan>> before = all;
        all =
            lists(operand).stream()
                .flatMap(more -> before.stream().map(some -> joined(some, more)))
                .toList();
      }
      return all;
    }
    return List.of(List.of(((Formula.Atom) formula).crossing()));
  }

  private static List<CrossingPlan> joined(List<CrossingPlan> some, List<CrossingPlan> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private boolean isPossible() {
    return byQuantity.entrySet().stream()
        .allMatch(
            each ->
                points(each.getKey(), each.getValue().stream())
                    .anyMatch(value -> hold(each.getValue(), value)));
  }

  /** Whether a condition is certainly true where all of these hold. */
  public boolean implies(Formula formula) {
    if (formula instanceof Formula.And and) {
      return and.operands().stream().allMatch(this::implies);
    }
    if (formula instanceof Formula.Or or) {
      return or.operands().stream().anyMatch(this::implies);
    }
    return implies(((Formula.Atom) formula).crossing());
  }

  private boolean implies(CrossingPlan wanted) {
    List<CrossingPlan> held = byQuantity.getOrDefault(wanted.reading(), List.of());
    return held.stream().anyMatch(each -> each.minSamples() >= wanted.minSamples())
        && points(wanted.reading(), Stream.concat(held.stream(), Stream.of(wanted)))
            .filter(value -> hold(held, value))
            .allMatch(value -> wanted.operator().holds(value, wanted.threshold()));
  }

  /** Where a quantity can lie while all of these hold; more than that where it is not certain. */
  private Interval range(Quantity quantity) {
    return quantity instanceof DerivedPlan derived
        ? Interval.of(derived.expression(), this::range)
        : range((ReadingPlan) quantity);
  }

  private Interval range(ReadingPlan reading) {
    Interval range = ValueRange.of(reading).interval();
    for (CrossingPlan crossing : byQuantity.getOrDefault(reading, List.of())) {
      range = range.where(crossing);
    }
    return range;
  }

  private static boolean hold(List<CrossingPlan> held, double value) {
    return held.stream().allMatch(each -> each.operator().holds(value, each.threshold()));
  }

  /**
   * The truth of comparisons changes at their constants only: these, one between each two, and the
   * ends of where the quantity can lie.
   */
  private DoubleStream points(Quantity quantity, Stream<CrossingPlan> crossings) {
    double[] constants =
        crossings.mapToDouble(CrossingPlan::threshold).sorted().distinct().toArray();
    Interval range = range(quantity);
    DoubleStream.Builder points = DoubleStream.builder();
    points.add(range.low()).add(range.high()).add(Math.nextDown(constants[0]));
    for (int i = 0; i < constants.length; i++) {
      boolean last = i + 1 == constants.length;
      points.add(constants[i]);
      points.add(last ? Math.nextUp(constants[i]) : constants[i] / 2 + constants[i + 1] / 2);
    }
    return points.build().filter(range::holds);
  }
}
