package dev.tocsin.testkit.coverage;

import dev.tocsin.CheckedRules;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.route.RoutingLabels;
import dev.tocsin.routing.RouteMatches;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one test sees. Comparisons of rules without groups are looked at after each tick; those of
 * groups when an alert changes its state. Confined to the thread that replays.
 */
public final class SeenPoints implements EngineWatch {
  private final Plan plan;
  private final RulePoints points;
  private final Set<Point> seen = new HashSet<>();
  private final List<Unseen> unseen = new ArrayList<>();

  /** A comparison of a rule without groups, of which not both sides have been seen. */
  private static final class Unseen {
    private final RulePlan rule;
    private final int comparison;
    private boolean held;
    private boolean failed;

    private Unseen(RulePlan rule, int comparison) {
      this.rule = rule;
      this.comparison = comparison;
    }
  }

  /** Of rules that a test runs. */
  public SeenPoints(CheckedRules rules) {
    this.plan = rules.orThrow();
    this.points = new RulePoints(rules);
    for (RulePlan rule : plan.rules()) {
      for (int i = 0; i < rule.comparisons().size() && rule.dimensions().isEmpty(); i++) {
        unseen.add(new Unseen(rule, i));
      }
    }
  }

  @Override
  public void ticked(Engine engine) {
    unseen.removeIf(each -> isSeen(each, engine));
  }

  private boolean isSeen(Unseen each, Engine engine) {
    ComparisonStanding standing = engine.comparisons(each.rule, Group.ALL).get(each.comparison);
    if (standing.isKnown()) {
      saw(each, standing.holds());
    }
    return each.held && each.failed;
  }

  private void saw(Unseen each, boolean holds) {
    if (holds ? each.held : each.failed) {
      return;
    }
    each.held |= holds;
    each.failed |= !holds;
    seen.add(points.holds(each.rule, each.comparison, holds));
  }

  /** Takes in what the replay did in the end. */
  public Set<Point> with(Replay replay) {
    Map<String, RulePlan> rules = new HashMap<>();
    plan.rules().forEach(rule -> rules.put(rule.name(), rule));
    for (Transition transition : replay.transitions()) {
      RulePlan rule = rules.get(transition.rule());
      if (rule != null) {
        saw(rule, transition);
      }
    }
    for (SentMessage sent : replay.messages()) {
      seen.add(points.receiver(sent.message().receiver()));
    }
    return seen;
  }

  private void saw(RulePlan rule, Transition transition) {
    if (transition.to() == AlertState.FIRING) {
      seen.add(points.fires(rule, transition.severity()));
      for (RoutePlan route :
          RouteMatches.of(plan.routing().root(), RoutingLabels.of(transition, rule.type()))) {
        seen.add(points.route(route));
      }
    }
    boolean withoutData = transition.reason() != AlertReason.CONDITION;
    if (transition.from() == AlertState.FIRING && transition.to() == AlertState.INACTIVE) {
      seen.add(points.resolves(rule, withoutData));
    }
    if (withoutData || rule.dimensions().isEmpty()) {
      return;
    }
    List<ComparedReading> readings = transition.readings();
    for (int i = 0; i < Math.min(readings.size(), rule.comparisons().size()); i++) {
      ComparedReading reading = readings.get(i);
      if (reading.value() != null && reading.threshold() != null) {
        seen.add(points.holds(rule, i, holds(reading)));
      }
    }
  }

  private static boolean holds(ComparedReading reading) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    if (value == null || threshold == null) {
      return false;
    }
    return switch (reading.operator()) {
      case ">" -> value > threshold;
      case ">=" -> value >= threshold;
      case "<" -> value < threshold;
      case "<=" -> value <= threshold;
      case "==" -> value.equals(threshold);
      default -> !value.equals(threshold);
    };
  }
}
