package dev.tocsin.testkit.coverage;

import dev.tocsin.CheckedRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of some rule files tests have seen. Not thread-safe. */
public final class Coverage {
  private final Map<Point, Boolean> points = new LinkedHashMap<>();

  /** Adds the rules of a test file; those of another one with the same rules are the same. */
  public void add(CheckedRules rules) {
    rules
        .plan()
        .ifPresent(
            plan ->
                new RulePoints(rules).all(plan).forEach(point -> points.putIfAbsent(point, false)));
  }

  /** Adds what a test has seen. */
  public void saw(Set<Point> seen) {
    seen.forEach(point -> points.computeIfPresent(point, (same, before) -> true));
  }

  /** What no test has seen, in the order of the files. */
  public List<Point> unseen() {
    List<Point> unseen = new ArrayList<>();
    points.forEach(
        (point, seen) -> {
          if (!seen) {
            unseen.add(point);
          }
        });
    return unseen;
  }

  /** How many points of a kind there are. */
  public long total(Kind kind) {
    return points.keySet().stream().filter(point -> point.kind() == kind).count();
  }

  /** How many of a kind were seen. */
  public long seen(Kind kind) {
    return points.entrySet().stream()
        .filter(point -> point.getKey().kind() == kind && point.getValue())
        .count();
  }

  /** The share of all points that was seen, from 0 to 1; 1 where there are none. */
  public double share() {
    return points.isEmpty()
        ? 1
        : (double) points.values().stream().filter(seen -> seen).count() / points.size();
  }
}
