package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.dsl.routing.RouteDefinition;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code routes:}, the tree of them. */
final class RouteReader {
  private static final String EXAMPLE = "as in: {match: [severity = critical], receiver: oncall}";
  private static final int MOST = 10_000;
  private static final int DEEPEST = 20;

  private final NodeReader reader;
  private final MatcherReader matchers;
  private final DurationReader durations;
  private final RouteLimitsReader limits;
  private int read;
  private int depth;

  RouteReader(NodeReader reader) {
    this.reader = reader;
    this.matchers = new MatcherReader(reader);
    this.durations = new DurationReader(reader);
    this.limits = new RouteLimitsReader(reader);
  }

  /** The root of the tree, which takes every alert. */
  Optional<RouteDefinition> root(Node node) {
    return KeyedMapping.read(
            node, RuleFilePlace.ROUTE.keys(), "as in: {receiver: ops, routes: []}", reader)
        .flatMap(this::root);
  }

  private Optional<RouteDefinition> root(KeyedMapping written) {
    for (String key : List.of("match", "continue")) {
      written
          .get(key)
          .ifPresent(
              node ->
                  conflict(
                      reader.span(node),
                      "the root takes every alert, so it has no '" + key + "'",
                      "put a route with it under 'routes:' of the root"));
    }
    return route(written);
  }

  private Optional<RouteDefinition> route(KeyedMapping written) {
    if (++read > MOST || depth > DEEPEST) {
      if (read == MOST + 1 || depth > DEEPEST) {
        String limit = depth > DEEPEST ? DEEPEST + " levels" : String.valueOf(MOST);
        reader.error(
            Code.YAML_LIMIT, written.span(), "too many routes: at most " + limit, Optional.empty());
      }
      return Optional.empty();
    }
    depth++;
    RouteDefinition route = definition(written);
    depth--;
    return Optional.of(route);
  }

  private RouteDefinition definition(KeyedMapping written) {
    Optional<Located<String>> name =
        written.get("name").flatMap(node -> reader.text(node, "the name of the route"));
    List<MatcherDefinition> match = written.get("match").map(matchers::read).orElse(List.of());
    Optional<Located<String>> receiver =
        written.get("receiver").flatMap(node -> reader.text(node, "the name of a receiver"));
    Optional<List<Located<String>>> channels =
        written.get("channels").map(node -> ReceiverReader.channels(node, reader));
    if (receiver.isPresent() && channels.isPresent()) {
      conflict(
          receiver.get().span(),
          "a route has a 'receiver' or 'channels', not both",
          "remove one of the two");
    }
    return new RouteDefinition(
        name,
        match,
        receiver,
        channels.filter(named -> !named.isEmpty() && receiver.isEmpty()),
        written.get("continue").flatMap(reader::bool).orElse(false),
        written.get("group_by").map(this::groupBy),
        written.get("group_wait").flatMap(durations::zeroOrMore),
        interval(written, "group_interval"),
        interval(written, "repeat_interval"),
        intervals(written, "mute"),
        intervals(written, "active"),
        written.get("escalate").map(limits::escalations),
        written.get("budget").flatMap(limits::budget),
        written
            .get("routes")
            .map(
                node ->
                    KeyedMapping.list(
                        node, RuleFilePlace.ROUTE.keys(), "routes", EXAMPLE, reader, this::route))
            .orElse(List.of()),
        written.span());
  }

  private Optional<Located<Duration>> interval(KeyedMapping written, String key) {
    return written.get(key).flatMap(node -> durations.positive(node, "a " + key));
  }

  private List<Located<String>> intervals(KeyedMapping written, String key) {
    return written
        .get(key)
        .map(node -> reader.texts(node, "names of time_intervals"))
        .orElse(List.of());
  }

  private List<Located<String>> groupBy(Node node) {
    List<Located<String>> labels = reader.texts(node, "names of labels");
    UniqueNames once = new UniqueNames(reader.diagnostics());
    labels.forEach(label -> once.other("label", label));
    if (labels.size() > 1) {
      labels.stream()
          .filter(label -> label.value().equals(RouteDefinition.EACH))
          .forEach(
              label ->
                  conflict(
                      label.span(),
                      "'...' tells every alert by itself, so no label stands beside it",
                      "write group_by: [...]"));
    }
    return labels;
  }

  private void conflict(Span span, String message, String hint) {
    reader.error(Code.KEYS_CONFLICT, span, message, Optional.of(hint));
  }
}
