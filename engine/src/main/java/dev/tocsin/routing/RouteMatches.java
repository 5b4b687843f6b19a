package dev.tocsin.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which routes take an alert. */
public final class RouteMatches {
  private RouteMatches() {}

  /**
   * The routes that take an alert with these labels, as Alertmanager finds them: children are asked
   * in order, the first that takes it ends the search unless it goes on, and a route of which no
   * child takes it does so itself. At least one, as the root takes everything.
   */
  public static List<RoutePlan> of(RoutePlan root, Map<String, String> labels) {
    List<RoutePlan> all = new ArrayList<>();
    add(root, labels, all);
    return all;
  }

  private static boolean add(RoutePlan route, Map<String, String> labels, List<RoutePlan> all) {
    if (!LabelTest.all(route.matchers(), labels)) {
      return false;
    }
    boolean taken = false;
    for (RoutePlan child : route.children()) {
      boolean takes = add(child, labels, all);
      taken |= takes;
      if (takes && !child.goesOn()) {
        break;
      }
    }
    if (!taken) {
      all.add(route);
    }
    return true;
  }
}
