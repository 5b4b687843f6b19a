package dev.tocsin.dsl.routing;

import java.util.List;
import java.util.Optional;

/**
 * All that rule files say of where alerts go, those of included files first.
 *
 * @param routes the root of the tree, if any file has one
 * @param receivers by whom routes are ended
 * @param inhibitions which firing alerts keep others from being sent
 * @param silences for some time, nothing of certain alerts
 * @param intervals that routes use
 * @param links shown with every alert
 */
public record RoutingDefinition(
    Optional<RouteDefinition> routes,
    List<ReceiverDefinition> receivers,
    List<InhibitionDefinition> inhibitions,
    List<SilenceDefinition> silences,
    List<IntervalDefinition> intervals,
    List<LinkDefinition> links) {
  /** Of a file that says nothing. */
  public static final RoutingDefinition NONE =
      new RoutingDefinition(
          Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

  public RoutingDefinition {
    receivers = List.copyOf(receivers);
    inhibitions = List.copyOf(inhibitions);
    silences = List.copyOf(silences);
    intervals = List.copyOf(intervals);
    links = List.copyOf(links);
  }
}
