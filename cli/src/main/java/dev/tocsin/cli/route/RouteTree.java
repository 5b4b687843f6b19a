package dev.tocsin.cli.route;

import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.routing.LabelTest;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.RouteCandidates;
import dev.tocsin.routing.RouteChannels;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.RoutingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The tree of routes, one line each, with those marked that take an alert. */
final class RouteTree {
  private static final String CERTAIN = "* ";
  private static final String POSSIBLE = "? ";
  private static final String NOT = "  ";

  private final RoutingPlan plan;
  private final Map<String, Boolean> marked = new HashMap<>();
  private final Table table = new Table(Align.LEFT, Align.LEFT);

  private RouteTree(RoutingPlan plan, List<RouteCandidates.Candidate> taken) {
    this.plan = plan;
    taken.forEach(candidate -> marked.put(candidate.route().path(), candidate.certain()));
  }

  static List<AttributedString> lines(
      RoutingPlan plan, List<RouteCandidates.Candidate> taken, int width) {
    RouteTree tree = new RouteTree(plan, taken);
    tree.add(plan.root(), "", plan.root().path());
    return tree.table.lines(width, 0);
  }

  private void add(RoutePlan route, String indent, String name) {
    Boolean certain = marked.get(route.path());
    AttributedStyle style =
        certain == null ? Palette.PLAIN : certain ? Palette.GREEN : Palette.YELLOW;
    String mark = certain == null ? NOT : certain ? CERTAIN : POSSIBLE;
    String shown = mark.equals(NOT) && marked.isEmpty() ? "" : mark;
    table.row(style, shown + indent + name, description(route));
    for (RoutePlan child : route.children()) {
      add(child, indent + NOT, name(child, route));
    }
  }

  /** The end of its path; a name has its matchers behind it. */
  private static String name(RoutePlan route, RoutePlan above) {
    String own = route.path().substring(above.path().length() + 1);
    return own.startsWith("{") ? own : own + " " + matchers(route);
  }

  private static String matchers(RoutePlan route) {
    return route.matchers().stream()
        .map(LabelTest::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String description(RoutePlan route) {
    List<String> parts = new ArrayList<>();
    Optional<ReceiverPlan> receiver = RouteChannels.receiver(plan, route);
    parts.add(
        "-> "
            + receiver
                .map(known -> RouteWords.to(route.receiver(), known.channels()))
                .orElse("the channels of the severity"));
    RouteWords.times(route).ifPresent(parts::add);
    if (route.goesOn()) {
      parts.add("continues");
    }
    return String.join("; ", parts);
  }
}
