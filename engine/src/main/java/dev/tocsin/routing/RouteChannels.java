package dev.tocsin.routing;

import dev.tocsin.api.Severity;
import java.util.List;
import java.util.Optional;

/** The channels of an alert in a route. */
public final class RouteChannels {
  private RouteChannels() {}

  /**
   * Those that its rule names itself, else those of the route's receiver, else those of its
   * severity.
   *
   * @param own what the rule says; empty if it says nothing
   */
  public static List<String> of(
      RoutingPlan plan, RoutePlan route, List<String> own, Severity severity) {
    return own.isEmpty()
        ? receiver(plan, route).map(ReceiverPlan::channels).orElse(SeverityChannels.of(severity))
        : own;
  }

  /** Who is told of the alerts of a route whose rules name no channels. */
  public static Optional<ReceiverPlan> receiver(RoutingPlan plan, RoutePlan route) {
    return route.receiver().flatMap(name -> Optional.ofNullable(plan.receivers().get(name)));
  }
}
