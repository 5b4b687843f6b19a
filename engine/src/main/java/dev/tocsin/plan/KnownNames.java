package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.routing.ReceiverDefinition;
import dev.tocsin.dsl.routing.RouteDefinition;
import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.event.FieldCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The channels, actions and fields that rules may name.
 *
 * @param channels or empty where any name will do, as in a replay
 * @param actions or empty where any name will do
 * @param fields of events
 */
public record KnownNames(
    Optional<Set<String>> channels, Optional<Set<String>> actions, FieldCatalog fields) {

  /** Any channel and action will do; fields are the built-in ones. */
  public static final KnownNames ANY =
      new KnownNames(Optional.empty(), Optional.empty(), FieldCatalog.BUILT_IN);

  void check(RuleDefinition rule, Diagnostics diagnostics) {
    channels.ifPresent(
        known -> check(Code.CHANNEL_UNKNOWN, "channel", rule.channels(), known, diagnostics));
    actions.ifPresent(
        known -> check(Code.ACTION_UNKNOWN, "action", rule.actions(), known, diagnostics));
  }

  void check(RoutingDefinition routing, Diagnostics diagnostics) {
    channels.ifPresent(
        known ->
            Stream.concat(
                    routing.receivers().stream().map(ReceiverDefinition::channels),
                    routing.routes().stream().flatMap(KnownNames::channels))
                .forEach(
                    names -> check(Code.CHANNEL_UNKNOWN, "channel", names, known, diagnostics)));
  }

  private static Stream<List<Located<String>>> channels(RouteDefinition route) {
    return Stream.concat(
        route.channels().stream(), route.children().stream().flatMap(KnownNames::channels));
  }

  private static void check(
      Code code,
      String kind,
      List<Located<String>> names,
      Set<String> known,
      Diagnostics diagnostics) {
    for (Located<String> name : names) {
      if (!known.contains(name.value())) {
        diagnostics.error(
            code,
            name.span(),
            "no %s '%s' is registered".formatted(kind, name.value()),
            Suggestions.nearest(name.value(), known)
                .or(() -> Optional.of(registered(kind, known))));
      }
    }
  }

  private static String registered(String kind, Set<String> known) {
    return known.isEmpty()
        ? "none is: add one with builder." + kind + "(...)"
        : "registered: " + String.join(", ", new TreeSet<>(known));
  }
}
