package dev.tocsin.cli.route;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.RoutingPlan;
import dev.tocsin.routing.TimeInterval;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Routes in words. */
public final class RouteWords {
  private RouteWords() {}

  /** {@code oncall (slack, pagerduty)}, or the channels alone. */
  public static String to(Optional<String> receiver, List<String> channels) {
    String all = channels.isEmpty() ? "nowhere" : String.join(", ", channels);
    return receiver
        .filter(name -> !name.equals(all))
        .map(name -> name + " (" + all + ")")
        .orElse(all);
  }

  /** When messages are sent, and about which alerts together. */
  public static String timing(RoutePlan route) {
    String again = "the same again after " + text(route.repeatIntervalNanos());
    if (route.groupsByAll() && route.groupWaitNanos() == 0 && route.groupIntervalNanos() == 0) {
      return "each alert by itself and at once; " + again;
    }
    return grouping(route)
        + "; first message after "
        + text(route.groupWaitNanos())
        + ", news after "
        + text(route.groupIntervalNanos())
        + ", "
        + again;
  }

  private static String grouping(RoutePlan route) {
    if (route.groupsByAll()) {
      return "each alert by itself";
    }
    return route.groupBy().isEmpty()
        ? "all alerts together"
        : "grouped by " + String.join(", ", route.groupBy());
  }

  /** {@code after 15m to managers (email)}; empty for a route without. */
  static Optional<String> escalations(RoutingPlan plan, RoutePlan route) {
    return joined(
        route.escalations().stream()
            .map(
                step ->
                    "after "
                        + text(step.afterNanos())
                        + " to "
                        + to(Optional.of(step.receiver()), channels(plan, step.receiver())))
            .toList());
  }

  private static List<String> channels(RoutingPlan plan, String receiver) {
    ReceiverPlan known = plan.receivers().get(receiver);
    return Objects.requireNonNull(known, receiver).channels();
  }

  /** {@code 20 alerts each 1h, the rest in one summary}; empty for a route without. */
  static Optional<String> budget(RoutePlan route) {
    return route
        .budget()
        .map(
            budget ->
                Counts.of(budget.alerts(), "alert")
                    + " each "
                    + text(budget.perNanos())
                    + ", the rest in one summary");
  }

  /** {@code not in weekends, only in office}; empty for a route without. */
  static Optional<String> times(RoutePlan route) {
    List<String> not = route.mute().stream().map(interval -> "not in " + interval.name()).toList();
    String active =
        route.active().stream().map(TimeInterval::name).collect(Collectors.joining(" and "));
    String both = String.join(", ", not);
    if (active.isEmpty()) {
      return Optional.of(both).filter(text -> !text.isEmpty());
    }
    return Optional.of((both.isEmpty() ? "" : both + ", ") + "only in " + active);
  }

  private static Optional<String> joined(List<String> parts) {
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static String text(long nanos) {
    return Durations.text(Duration.ofNanos(nanos));
  }
}
