package dev.tocsin.cli.route;

import dev.tocsin.api.Severity;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.explain.RuleLabels;
import dev.tocsin.routing.MuteTimes;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.RouteCandidates;
import dev.tocsin.routing.RouteChannels;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.RoutingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** What becomes of an alert in the routes that take it. */
final class RouteTestText {
  private static final int INDENT = 2;

  private final RoutingPlan plan;
  private final RuleLabels alert;
  private final List<String> own;

  /**
   * @param own the channels that its rule names
   */
  RouteTestText(RoutingPlan plan, RuleLabels alert, List<String> own) {
    this.plan = plan;
    this.alert = alert;
    this.own = own;
  }

  List<AttributedString> lines(
      List<RouteCandidates.Candidate> routes, Optional<Instant> at, int width) {
    List<AttributedString> lines = new ArrayList<>();
    for (RouteCandidates.Candidate candidate : routes) {
      RoutePlan route = candidate.route();
      String when =
          candidate.certain() ? "" : " (depends on " + String.join(", ", alert.unknown()) + ")";
      lines.add(AttributedString.EMPTY);
      lines.add(Palette.text(route.path() + when, Palette.STRONG));
      lines.addAll(table(route, at).lines(width, INDENT));
    }
    return lines;
  }

  private Table table(RoutePlan route, Optional<Instant> at) {
    Table table = new Table(Align.LEFT, Align.LEFT);
    row(table, "to", to(route));
    row(table, "group", group(route));
    row(table, "when", RouteWords.timing(route));
    RouteWords.times(route).ifPresent(times -> row(table, "times", times));
    at.ifPresent(
        time ->
            row(
                table,
                "muted",
                MuteTimes.reason(route, time).map(why -> "yes: " + why).orElse("no")
                    + ", at "
                    + time));
    RouteWords.escalations(plan, route)
        .ifPresent(steps -> row(table, "escalates", steps + ", unless acknowledged"));
    RouteWords.budget(route).ifPresent(budget -> row(table, "budget", budget));
    return table;
  }

  private String to(RoutePlan route) {
    if (!own.isEmpty()) {
      return RouteWords.to(Optional.empty(), own) + ", as the rule says";
    }
    return channels(route)
        .map(channels -> RouteWords.to(route.receiver(), channels))
        .orElse("the channels of its severity, which is not given");
  }

  /** Empty where they are those of a severity that is not known. */
  Optional<List<String>> channels(RoutePlan route) {
    Optional<ReceiverPlan> receiver = RouteChannels.receiver(plan, route);
    Optional<Severity> severity = severity(alert.known().get("severity"));
    boolean known = !own.isEmpty() || receiver.isPresent() || severity.isPresent();
    return known
        ? Optional.of(RouteChannels.of(plan, route, own, severity.orElse(Severity.WARNING)))
        : Optional.empty();
  }

  private String group(RoutePlan route) {
    if (route.groupsByAll()) {
      return "itself alone";
    }
    return route.groupBy().stream()
        .map(
            label ->
                alert.unknown().contains(label)
                    ? label + "=?"
                    : label
                        + "=\""
                        + Objects.requireNonNullElse(alert.known().get(label), "")
                        + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Optional<Severity> severity(@Nullable String label) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.label().equals(label))
        .findFirst();
  }

  private static void row(Table table, String label, String text) {
    table.row(List.of(Palette.text(label, Palette.FAINT), Palette.text(text)));
  }
}
