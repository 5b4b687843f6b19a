package dev.tocsin.routing;

import dev.tocsin.event.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which routes take an alert, as Alertmanager decides it. */
public final class RouteMatches {
  private RouteMatches() {}

  /**
   * A route that may take an alert.
   *
   * @param route the route
   * @param certain whether it does, whatever the labels are that are not known
   */
  public record Candidate(RoutePlan route, boolean certain) {}

  /**
   * The routes that take an alert, at least one: depth first, in the order of the file. Children
   * are asked before the route that holds them; behind one that takes the alert the next is asked
   * only if it goes on.
   */
  public static List<RoutePlan> of(RoutePlan root, Map<String, String> labels) {
    return candidates(root, labels, Set.of()).stream().map(Candidate::route).toList();
  }

  /**
   * The routes that may take an alert of which not all is known, at least one.
   *
   * @param labels those that are known; what is in neither is empty
   * @param unknown labels that may have any value
   */
  public static List<Candidate> candidates(
      RoutePlan root, Map<String, String> labels, Set<String> unknown) {
    List<Candidate> candidates = new ArrayList<>();
    add(root, labels, unknown, true, candidates);
    return List.copyOf(candidates);
  }

  private static void add(
      RoutePlan route,
      Map<String, String> labels,
      Set<String> unknown,
      boolean certain,
      List<Candidate> candidates) {
    boolean nextIsAsked = certain;
    boolean taken = false;
    boolean mayBeTaken = false;
    for (RoutePlan child : route.children()) {
      Truth takes = takes(child, labels, unknown);
      if (takes == Truth.FALSE) {
        continue;
      }
      boolean surely = takes == Truth.TRUE;
      add(child, labels, unknown, nextIsAsked && surely, candidates);
      mayBeTaken = true;
      taken |= surely;
      if (surely && !child.goesOn()) {
        return;
      }
      nextIsAsked &= child.goesOn();
    }
    if (!taken) {
      candidates.add(new Candidate(route, certain && !mayBeTaken));
    }
  }

  private static Truth takes(RoutePlan route, Map<String, String> labels, Set<String> unknown) {
    Truth takes = Truth.TRUE;
    for (LabelTest test : route.matchers()) {
      takes =
          takes.and(
              unknown.contains(test.matcher().label())
                  ? Truth.UNKNOWN
                  : Truth.of(test.holds(labels)));
    }
    return takes;
  }
}
