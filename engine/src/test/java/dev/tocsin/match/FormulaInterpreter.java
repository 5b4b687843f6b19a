package dev.tocsin.match;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides conditions by walking their formulas over the latest readings; knows no Drools. */
final class FormulaInterpreter {
  private final Plan plan;
  private final Map<Integer, Map<Map<String, String>, double[]>> latest = new HashMap<>();

  FormulaInterpreter(Plan plan) {
    this.plan = plan;
  }

  void reads(int reading, Group group, double value, long samples) {
    latest
        .computeIfAbsent(reading, id -> new HashMap<>())
        .put(group.asMap(), new double[] {value, samples});
  }

  /** All true conditions, tried for every group that the readings of a rule have had. */
  Set<Breach> decide() {
    Set<Breach> breaches = new HashSet<>();
    for (RulePlan rule : plan.rules()) {
      for (Map<Map<String, String>, double[]> groups : latest.values()) {
        for (Map<String, String> group : groups.keySet()) {
          if (List.copyOf(group.keySet()).equals(rule.dimensions())
              && isTrue(rule.formula(), group)) {
            breaches.add(
                new Breach(
                    rule.index(), new Group(rule.dimensions(), List.copyOf(group.values()))));
          }
        }
      }
    }
    return breaches;
  }

  private boolean isTrue(Formula formula, Map<String, String> group) {
    if (formula instanceof Formula.And and) {
      return and.operands().stream().allMatch(operand -> isTrue(operand, group));
    }
    if (formula instanceof Formula.Or or) {
      return or.operands().stream().anyMatch(operand -> isTrue(operand, group));
    }
    CrossingPlan crossing = ((Formula.Atom) formula).crossing();
    Map<String, String> part = new HashMap<>(group);
    part.keySet().retainAll(crossing.reading().dimensions());
    double[] read = latest.getOrDefault(crossing.reading().id(), Map.of()).get(part);
    return read != null && read[1] >= crossing.minSamples() && compares(crossing, read[0]);
  }

  private static boolean compares(CrossingPlan crossing, double value) {
    double threshold = crossing.threshold();
    return switch (crossing.operator().symbol()) {
      case ">" -> value > threshold;
      case ">=" -> value >= threshold;
      case "<" -> value < threshold;
      case "<=" -> value <= threshold;
      case "==" -> value == threshold;
      default -> !Double.isNaN(value) && value != threshold;
    };
  }
}
