package dev.tocsin.route;

import dev.tocsin.api.Transition;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.RouteChannels;
import dev.tocsin.routing.RouteMatches;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.RoutingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where alerts belong: by their labels to routes, and there to groups. */
final class Placement {
  private final RoutingPlan plan;
  private final Map<String, RuleFacts> rules;
  private final UnaryOperator<List<String>> reachable;
  private final Map<String, RoutePlan> routes = new HashMap<>();

  /**
   * @param rules by name
   * @param reachable which of some channels lead anywhere, each once
   */
  Placement(RoutingPlan plan, Map<String, RuleFacts> rules, UnaryOperator<List<String>> reachable) {
    this.plan = plan;
    this.rules = Map.copyOf(rules);
    this.reachable = reachable;
    enter(plan.root());
  }

  /**
   * A group that an alert belongs to.
   *
   * @param id of the group
   * @param route of it
   * @param receiver who is told first
   * @param channels of that receiver that are for the alert
   */
  record Place(GroupId id, RoutePlan route, Receiver receiver, List<String> channels) {
    /** What the budget of the route leaves over. */
    GroupId summary() {
      return new GroupId(id.route(), id.receiver(), Map.of(), true);
    }
  }

  /** All routes by their path. */
  Map<String, RoutePlan> routes() {
    return routes;
  }

  /** Who is told of a group, and when. */
  List<Target> targets(RoutePlan route, Receiver first) {
    List<Target> targets = new ArrayList<>();
    targets.add(Target.of(0, 0, first));
    for (RoutePlan.Escalation step : route.escalations()) {
      receiver(step.receiver())
          .ifPresent(one -> targets.add(Target.of(targets.size(), step.afterNanos(), one)));
    }
    return targets;
  }

  /** The labels by which an alert is routed. */
  Map<String, String> labels(Transition alert) {
    RuleFacts rule = rules.get(alert.rule());
    return RoutingLabels.of(alert, rule == null ? Optional.empty() : rule.type());
  }

  /** The groups where an alert belongs. */
  List<Place> of(RoutedAlert alert) {
    Transition transition = alert.transition();
    RuleFacts rule = rules.get(transition.rule());
    List<String> own = rule == null ? transition.channels() : rule.channels();
    List<Place> places = new ArrayList<>();
    for (RoutePlan route : RouteMatches.of(plan.root(), alert.labels())) {
      Optional<Receiver> named =
          own.isEmpty() ? route.receiver().flatMap(this::receiver) : Optional.empty();
      List<String> to = reachable.apply(RouteChannels.of(plan, route, own, transition.severity()));
      if (!to.isEmpty()) {
        Receiver receiver = named.orElseGet(Receiver::unnamed);
        GroupId id = new GroupId(route.path(), receiver.name(), grouped(route, alert), false);
        places.add(new Place(id, route, receiver, to));
      }
      if (!own.isEmpty()) {
        break; // who names channels is not told twice
      }
    }
    return places;
  }

  private static Map<String, String> grouped(RoutePlan route, RoutedAlert alert) {
    if (route.groupsByAll()) {
      return RoutingLabels.identity(alert.transition());
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : route.groupBy()) {
      labels.put(label, Objects.requireNonNullElse(alert.labels().get(label), ""));
    }
    return labels;
  }

  /** A receiver of the file, with those of its channels that lead anywhere. */
  Optional<Receiver> receiver(String name) {
    ReceiverPlan found = plan.receivers().get(name);
    return found == null
        ? Optional.empty()
        : Optional.of(
            new Receiver(
                found.name(),
                reachable.apply(found.channels()),
                found.sendsResolved(),
                found.title(),
                found.text()));
  }

  private void enter(RoutePlan route) {
    routes.put(route.path(), route);
    route.children().forEach(this::enter);
  }
}
