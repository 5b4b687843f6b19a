package dev.tocsin.routing;

import dev.tocsin.event.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which routes may take an alert of which not all is known; {@link RouteMatches} where it is. */
public final class RouteCandidates {
  private RouteCandidates() {}

  /**
   * A route that may take an alert.
   *
   * @param route the route
   * @param certain whether it does, whatever the labels are that are not known
   */
  public record Candidate(RoutePlan route, boolean certain) {}

  /**
   * All of them, at least one, in the order in which they are asked.
   *
   * @param labels those that are known; what is in neither is empty
   * @param unknown labels that may have any value
   */
  public static List<Candidate> of(
      RoutePlan root, Map<String, String> labels, Set<String> unknown) {
    List<Candidate> candidates = new ArrayList<>();
    add(root, labels, unknown, true, candidates);
    return List.copyOf(candidates);
  }

  /** Of all, those that may be the first, to which alone an alert goes that has channels itself. */
  public static List<Candidate> first(List<Candidate> all) {
    List<Candidate> first = new ArrayList<>();
    for (Candidate candidate : all) {
      first.add(candidate);
      if (candidate.certain()) {
        break;
      }
    }
    return first.size() == 1
        ? first
        : first.stream().map(candidate -> new Candidate(candidate.route(), false)).toList();
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
