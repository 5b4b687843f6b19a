package dev.tocsin.match;

import static java.util.Comparator.naturalOrder;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.LifePlan;
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

  /** All that is true, tried for every group that the readings of a rule have had. */
  Set<Breach> decide() {
    Set<Breach> breaches = new HashSet<>();
    for (RulePlan rule : plan.rules()) {
      for (Map<Map<String, String>, double[]> groups : latest.values()) {
        for (Map<String, String> group : groups.keySet()) {
          decide(rule, group, breaches);
        }
      }
    }
    return breaches;
  }

  private void decide(RulePlan rule, Map<String, String> group, Set<Breach> breaches) {
    List<String> dimensions = List.copyOf(group.keySet());
    Group of = new Group(dimensions, List.copyOf(group.values()));
    LifePlan life = rule.life();
    if (life.resolves().isPresent()
        && dimensions.equals(life.resolvesBy())
        && judge(life.resolves().get(), group) == Verdict.TRUE) {
      breaches.add(new Breach(rule.index(), Aspect.RESOLVES, of));
    }
    if (!dimensions.equals(rule.dimensions())) {
      return;
    }
    Verdict verdict = judge(rule.formula(), group);
    if (verdict == Verdict.TRUE) {
      breaches.add(new Breach(rule.index(), of));
    }
    boolean remembered =
        life.remembered().stream().anyMatch(each -> judge(each, group) == Verdict.TRUE);
    if (verdict == Verdict.UNKNOWN && life.asksForUnknown() && remembered) {
      breaches.add(new Breach(rule.index(), Aspect.UNKNOWN, of));
    }
    if (life.resolves().isPresent() && !dimensions.isEmpty() && remembered) {
      breaches.add(new Breach(rule.index(), Aspect.REMEMBERED, of));
    }
  }

  /** In Kleene's order: the least of an 'and', the greatest of an 'or'. */
  private enum Verdict {
    FALSE,
    UNKNOWN,
    TRUE
  }

  private Verdict judge(Formula formula, Map<String, String> group) {
    if (formula instanceof Formula.And and) {
      return and.operands().stream().map(each -> judge(each, group)).min(naturalOrder()).get();
    }
    if (formula instanceof Formula.Or or) {
      return or.operands().stream().map(each -> judge(each, group)).max(naturalOrder()).get();
    }
    return judge(((Formula.Atom) formula).crossing(), group);
  }

  private Verdict judge(CrossingPlan crossing, Map<String, String> group) {
    Map<String, String> part = new HashMap<>(group);
    part.keySet().retainAll(crossing.reading().dimensions());
    double[] read = latest.getOrDefault(crossing.reading().id(), Map.of()).get(part);
    if (read == null || read[1] < crossing.minSamples() || Double.isNaN(read[0])) {
      return Verdict.UNKNOWN;
    }
    return compares(crossing, read[0]) ? Verdict.TRUE : Verdict.FALSE;
  }

  private static boolean compares(CrossingPlan crossing, double value) {
    double threshold = crossing.threshold();
    return switch (crossing.operator().symbol()) {
      case ">" -> value > threshold;
      case ">=" -> value >= threshold;
      case "<" -> value < threshold;
      case "<=" -> value <= threshold;
      case "==" -> value == threshold;
      default -> value != threshold;
    };
  }
}
