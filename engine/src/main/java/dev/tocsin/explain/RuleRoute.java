package dev.tocsin.explain;

import dev.tocsin.api.Severity;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.routing.RouteCandidates;
import dev.tocsin.routing.RouteChannels;
import dev.tocsin.routing.RoutePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A route that takes alerts of a rule.
 *
 * @param severities which of the rule's
 * @param route the route
 * @param certain whether it takes all of them, whatever their groups are
 * @param channels where they go
 */
public record RuleRoute(
    List<Severity> severities, RoutePlan route, boolean certain, List<String> channels) {
  public RuleRoute {
    severities = List.copyOf(severities);
    channels = List.copyOf(channels);
  }

  /** Those of all severities of a rule, the mildest first, each route once. */
  static List<RuleRoute> of(Plan plan, RulePlan rule) {
    record Way(RoutePlan route, boolean certain, List<String> channels) {}
    Map<Way, List<Severity>> ways = new LinkedHashMap<>();
    severities(rule)
        .forEach(
            severity -> {
              RuleLabels labels = RuleLabels.of(rule, severity);
              List<RouteCandidates.Candidate> all =
                  RouteCandidates.of(plan.routing().root(), labels.known(), labels.unknown());
              for (RouteCandidates.Candidate found :
                  rule.channels().isEmpty() ? all : RouteCandidates.first(all)) {
                List<String> channels =
                    RouteChannels.of(plan.routing(), found.route(), rule.channels(), severity);
                ways.computeIfAbsent(
                        new Way(found.route(), found.certain(), channels), way -> new ArrayList<>())
                    .add(severity);
              }
            });
    return ways.entrySet().stream()
        .map(
            way ->
                new RuleRoute(
                    way.getValue(),
                    way.getKey().route(),
                    way.getKey().certain(),
                    way.getKey().channels()))
        .toList();
  }

  private static Stream<Severity> severities(RulePlan rule) {
    return Stream.concat(
        Stream.of(rule.severity()), rule.life().worse().stream().map(worse -> worse.severity()));
  }
}
