package dev.tocsin.routing;

import dev.tocsin.api.Silence;
import dev.tocsin.dsl.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a rule file says of where alerts go. Immutable.
 *
 * @param root takes every alert that none of its children does
 * @param receivers by name
 * @param inhibitions which firing alerts keep others from being sent
 * @param silences that the file says
 * @param links by name, shown with every alert
 * @param explicit whether the file has {@code routes:}; without, every alert is sent by itself and
 *     at once
 */
public record RoutingPlan(
    RoutePlan root,
    Map<String, ReceiverPlan> receivers,
    List<InhibitionPlan> inhibitions,
    List<Silence> silences,
    Map<String, Template> links,
    boolean explicit) {
  /** Of a file that says nothing. */
  public static final RoutingPlan DEFAULT =
      new RoutingPlan(RoutePlan.DEFAULT, Map.of(), List.of(), List.of(), Map.of(), false);

  public RoutingPlan {
    receivers = Map.copyOf(receivers);
    inhibitions = List.copyOf(inhibitions);
    silences = List.copyOf(silences);
    links = new LinkedHashMap<>(links);
  }
}
