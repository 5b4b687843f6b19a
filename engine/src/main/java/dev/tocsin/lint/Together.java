package dev.tocsin.lint;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Comparisons that hold together: one way in which a condition is true. */
final class Together {
  private final Map<Quantity, List<CrossingPlan>> byQuantity = new HashMap<>();

  private Together(List<CrossingPlan> crossings) {
    for (CrossingPlan crossing : crossings) {
      byQuantity.computeIfAbsent(crossing.reading(), key -> new ArrayList<>()).add(crossing);
    }
  }

  /** Each way in which a condition is true and that is possible. Conditions have few. */
  static List<Together> ways(Formula formula) {
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
    return byQuantity.values().stream()
        .allMatch(held -> points(held.stream()).anyMatch(value -> hold(held, value)));
  }

  /** Whether a condition is certainly true where all of these hold. */
  boolean implies(Formula formula) {
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
        && points(Stream.concat(held.stream(), Stream.of(wanted)))
            .filter(value -> hold(held, value))
            .allMatch(value -> wanted.operator().holds(value, wanted.threshold()));
  }

  private static boolean hold(List<CrossingPlan> held, double value) {
    return held.stream().allMatch(each -> each.operator().holds(value, each.threshold()));
  }

  /** The truth of comparisons changes at their constants only: these, and one between each two. */
  private static DoubleStream points(Stream<CrossingPlan> crossings) {
    double[] constants =
        crossings.mapToDouble(CrossingPlan::threshold).sorted().distinct().toArray();
    DoubleStream.Builder points = DoubleStream.builder();
    points.add(Math.nextDown(constants[0]));
    for (int i = 0; i < constants.length; i++) {
      points.add(constants[i]);
      double next = i + 1 < constants.length ? constants[i + 1] : Double.POSITIVE_INFINITY;
      points.add(
          i + 1 < constants.length ? constants[i] / 2 + next / 2 : Math.nextUp(constants[i]));
    }
    return points.build();
  }
}
