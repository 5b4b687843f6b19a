package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.InhibitionDefinition;
import dev.tocsin.dsl.routing.IntervalDefinition;
import dev.tocsin.dsl.routing.LinkDefinition;
import dev.tocsin.dsl.routing.ReceiverDefinition;
import dev.tocsin.dsl.routing.RouteDefinition;
import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.routing.SilenceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all files that are loaded together say of where alerts go. */
final class RoutingParts {
  private final Diagnostics diagnostics;
  private Optional<RouteDefinition> routes = Optional.empty();
  private final List<ReceiverDefinition> receivers = new ArrayList<>();
  private final List<InhibitionDefinition> inhibitions = new ArrayList<>();
  private final List<SilenceDefinition> silences = new ArrayList<>();
  private final List<IntervalDefinition> intervals = new ArrayList<>();
  private final List<LinkDefinition> links = new ArrayList<>();

  RoutingParts(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void add(RoutingDefinition file) {
    file.routes().ifPresent(this::routes);
    receivers.addAll(file.receivers());
    inhibitions.addAll(file.inhibitions());
    silences.addAll(file.silences());
    intervals.addAll(file.intervals());
    links.addAll(file.links());
  }

  private void routes(RouteDefinition second) {
    routes.ifPresent(
        first ->
            diagnostics.error(
                Code.ROUTES_TWICE,
                second.span(),
                "there are routes already, in " + UniqueNames.place(first.span(), second.span()),
                "alerts have one tree of routes: say it in one file"));
    routes = routes.or(() -> Optional.of(second));
  }

  RoutingDefinition all() {
    return new RoutingDefinition(routes, receivers, inhibitions, silences, intervals, links);
  }
}
