package dev.tocsin.testkit.coverage;

import dev.tocsin.CheckedRules;
import dev.tocsin.api.Severity;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.routing.RoutePlan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The points of a rule file. */
final class RulePoints {
  private final String file;
  private final Map<String, String> places = new HashMap<>();

  RulePoints(CheckedRules rules) {
    file = rules.file().source().name();
    rules
        .file()
        .rules()
        .forEach(rule -> places.put(rule.name().value(), place(rule.name().span())));
  }

  private static String place(Span span) {
    Source source = span.source();
    return "%s:%d:%d"
        .formatted(source.name(), source.line(span.start()), source.column(span.start()));
  }

  /** All of them, in the order of the file. */
  Set<Point> all(Plan plan) {
    Set<Point> points = new LinkedHashSet<>();
    for (RulePlan rule : plan.rules()) {
      for (int level = 0; level <= rule.life().worse().size(); level++) {
        points.add(fires(rule, rule.severity(level)));
      }
      for (int i = 0; i < rule.comparisons().size(); i++) {
        points.add(holds(rule, i, true));
        points.add(holds(rule, i, false));
      }
      points.add(resolves(rule, false));
      if (rule.life().noData() == NoData.FIRE) {
        points.add(resolves(rule, true));
      }
    }
    if (plan.routing().explicit()) {
      routes(plan.routing().root(), points);
      plan.routing().receivers().keySet().stream()
          .sorted()
          .map(this::receiver)
          .forEach(points::add);
    }
    return points;
  }

  private void routes(RoutePlan route, Set<Point> points) {
    points.add(route(route));
    route.children().forEach(child -> routes(child, points));
  }

  Point fires(RulePlan rule, Severity severity) {
    String how = rule.life().worse().isEmpty() ? "" : " as " + severity.label();
    return of(Kind.RULE, rule, "never fires" + how);
  }

  Point holds(RulePlan rule, int comparison, boolean holds) {
    String term =
        rule.comparisons().size() == 1
            ? "its condition"
            : "'"
                + rule.comparisons().get(comparison).term()
                + "' (comparison "
                + (comparison + 1)
                + ")";
    return of(Kind.BRANCH, rule, term + (holds ? " never holds" : " always holds"));
  }

  Point resolves(RulePlan rule, boolean withoutData) {
    return of(
        Kind.RESOLVE,
        rule,
        withoutData
            ? "an alert for want of data never resolves"
            : rule.life().resolves().isPresent()
                ? "'resolve_when' never resolves an alert"
                : "never resolves");
  }

  Point route(RoutePlan route) {
    return new Point(Kind.ROUTE, "route " + route.path(), "takes no alert", file);
  }

  Point receiver(String name) {
    return new Point(Kind.ROUTE, "receiver " + name, "is never told", file);
  }

  private Point of(Kind kind, RulePlan rule, String what) {
    return new Point(kind, rule.name(), what, places.getOrDefault(rule.name(), file));
  }
}
