package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.explain.RuleLabels;
import dev.tocsin.explain.RuleRoute;
import dev.tocsin.routing.MuteTimes;
import dev.tocsin.routing.RouteCandidates;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.TimeInterval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Routes as JSON. */
public final class RouteJson {
  private static final double NANOS = 1e9;

  private RouteJson() {}

  /** The way of a rule's alerts. */
  static void way(ObjectNode json, RuleRoute way) {
    way.severities().forEach(severity -> json.withArray("severities").add(severity.label()));
    route(json, way.route(), way.certain(), way.channels());
  }

  /**
   * Where alerts with such labels go, as one object without the line end.
   *
   * @param channels of each route; null where they are those of a severity that is not known
   * @param at when, if it was asked
   */
  public static String test(
      RuleLabels labels,
      List<RouteCandidates.Candidate> routes,
      Function<RoutePlan, Optional<List<String>>> channels,
      Optional<Instant> at) {
    ObjectNode json = Json.object();
    json.put("type", "route_test");
    labels.known().forEach(json.putObject("labels")::put);
    labels.unknown().forEach(json.putArray("unknown_labels")::add);
    json.put("at", at.map(Instant::toString).orElse(null));
    ArrayNode array = json.putArray("routes");
    for (RouteCandidates.Candidate candidate : routes) {
      RoutePlan route = candidate.route();
      ObjectNode node = array.addObject();
      route(node, route, candidate.certain(), channels.apply(route).orElse(List.of()));
      if (channels.apply(route).isEmpty()) {
        node.putNull("channels");
      }
      node.put("muted", at.flatMap(time -> MuteTimes.reason(route, time)).orElse(null));
    }
    return Json.write(json);
  }

  private static void route(
      ObjectNode json, RoutePlan route, boolean certain, List<String> channels) {
    json.put("route", route.path());
    json.put("certain", certain);
    json.put("receiver", route.receiver().orElse(null));
    channels.forEach(json.putArray("channels")::add);
    json.put("each_by_itself", route.groupsByAll());
    route.groupBy().forEach(json.putArray("group_by")::add);
    Json.number(json, "group_wait_seconds", route.groupWaitNanos() / NANOS);
    Json.number(json, "group_interval_seconds", route.groupIntervalNanos() / NANOS);
    Json.number(json, "repeat_interval_seconds", route.repeatIntervalNanos() / NANOS);
    names(json.putArray("mute"), route.mute());
    names(json.putArray("active"), route.active());
    ArrayNode escalations = json.putArray("escalate");
    for (RoutePlan.Escalation step : route.escalations()) {
      ObjectNode node = escalations.addObject();
      Json.number(node, "after_seconds", step.afterNanos() / NANOS);
      node.put("to", step.receiver());
    }
    route
        .budget()
        .ifPresentOrElse(
            budget -> {
              ObjectNode node = json.putObject("budget").put("alerts", budget.alerts());
              Json.number(node, "per_seconds", budget.perNanos() / NANOS);
            },
            () -> json.putNull("budget"));
  }

  private static void names(ArrayNode json, List<TimeInterval> intervals) {
    intervals.forEach(interval -> json.add(interval.name()));
  }
}
