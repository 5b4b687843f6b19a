package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys that a mapping may have. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Map.of cannot be changed
enum KnownKeys {
  TOP(
      "a rule file",
      Stream.concat(
              Stream.of(
                  "rules",
                  "metrics",
                  "defaults",
                  "groups",
                  "include",
                  "external_labels",
                  "evaluate_every"),
              RoutingReader.KEYS.stream())
          .toList(),
      List.of(),
      Map.of(
          "alerts", "rules",
          "recording_rules", "metrics",
          "global", "defaults",
          "interval", "evaluate_every",
          "evaluation_interval", "evaluate_every",
          "route", "routes",
          "inhibit_rules", "inhibit",
          "mute_time_intervals", "time_intervals")),
  RULE(
      "a rule",
      Shared.and("name", "condition", "info", "warning", "critical"),
      Shared.LATER,
      Shared.orCalled(
          Map.of(
              "alert", "name",
              "expr", "condition",
              "expression", "condition",
              "when", "condition"))),
  DEFAULTS("the defaults", Shared.KEYS, Shared.LATER, Shared.orCalled(Map.of())),
  GROUP(
      "a group",
      Shared.and("name", "rules", "evaluate_every"),
      Shared.LATER,
      Shared.orCalled(Map.of("alerts", "rules", "interval", "evaluate_every"))),
  FLAPPING("'flapping'", List.of("changes", "within"), List.of(), Map.of("window", "within")),
  METRIC(
      "a metric",
      List.of("expression", "tier", "description"),
      List.of(),
      Map.of("expr", "expression", "condition", "expression", "value", "expression")),
  ROUTE("a route", RoutingKeys.ROUTE, List.of(), RoutingKeys.ROUTE_ELSEWHERE),
  ESCALATION("an escalation", List.of("after", "to"), List.of(), Map.of("receiver", "to")),
  BUDGET("a budget", List.of("alerts", "per"), List.of(), Map.of("within", "per")),
  RECEIVER("a receiver", RoutingKeys.RECEIVER, List.of(), RoutingKeys.RECEIVER_ELSEWHERE),
  INHIBITION("an inhibition", RoutingKeys.INHIBITION, List.of(), RoutingKeys.INHIBITION_ELSEWHERE),
  SILENCE("a silence", RoutingKeys.SILENCE, List.of(), RoutingKeys.SILENCE_ELSEWHERE),
  INTERVAL("a time interval", RoutingKeys.INTERVAL, List.of(), RoutingKeys.INTERVAL_ELSEWHERE),
  INTERVAL_PART(
      "a part of a time interval", RoutingKeys.INTERVAL_PART, List.of(), Map.of("time", "times"));

  /** What begins so at the top holds anchors for the rest of the file. */
  private static final String HOLDER = "x-";

  private final String owner;
  private final List<String> known;
  private final List<String> later;
  private final Map<String, String> otherwiseCalled;

  KnownKeys(
      String owner, List<String> known, List<String> later, Map<String, String> otherwiseCalled) {
    this.owner = owner;
    this.known = known;
    this.later = later;
    this.otherwiseCalled = otherwiseCalled;
  }

  /** What has them, with an article. */
  String owner() {
    return owner;
  }

  /** In the order in which they are shown. */
  List<String> known() {
    return known;
  }

  void check(Entries entries, NodeReader reader) {
    entries.forEach(
        (key, value) -> {
          if (known.contains(key.value()) || (this == TOP && key.value().startsWith(HOLDER))) {
            return;
          }
          if (later.contains(key.value())) {
            reader.error(
                Code.NOT_SUPPORTED_YET,
                key.span(),
                "'" + key.value() + ":' is not supported yet",
                Optional.empty());
          } else if (reader.isFirst(key.span())) {
            reader.error(
                Code.UNKNOWN_KEY,
                key.span(),
                "unknown key '" + key.value() + "' in " + owner,
                reader.isHopeless() ? Optional.empty() : hint(key, value));
          }
        });
  }

  /** Whether a key is there under a wrong name, so that it need not be missed. */
  boolean isMisspelt(String missing, Entries entries) {
    return entries
        .keys()
        .filter(key -> !known.contains(key) && !later.contains(key))
        .anyMatch(
            key -> suggestion(key).filter(hint -> hint.contains("'" + missing + "'")).isPresent());
  }

  private Optional<String> hint(Located<String> key, Node value) {
    if (this == RULE && key.value().equals("threshold")) {
      return Optional.of("the threshold is a part of the condition: error_rate > 5%");
    }
    if (this == ROUTE && List.of("severity", "type", "labels").contains(key.value())) {
      return Optional.of("as in: match: [severity = critical]");
    }
    Optional<String> suggestion = suggestion(key.value());
    if (this != RULE
        && RULE.known.contains(key.value())
        && !otherwiseCalled.containsKey(key.value())) {
      return Optional.of("'" + key.value() + "' belongs to each rule");
    }
    boolean lone = value.getTag().equals(Tag.NULL) && suggestion.isEmpty();
    return lone
        ? Optional.of("inside { } put texts that hold a comma in quotes")
        : suggestion.or(() -> Optional.of("its keys are " + String.join(", ", known)));
  }

  private Optional<String> suggestion(String key) {
    return Optional.ofNullable(otherwiseCalled.get(key))
        .map(meant -> "did you mean '" + meant + "'?")
        .or(() -> Suggestions.nearest(key, known));
  }

  /** What a rule, a group and the defaults have in common. */
  private static final class Shared {
    private static final List<String> KEYS =
        List.of(
            "type",
            "window",
            "baseline_window",
            "current_window",
            "resolution",
            "where",
            "by",
            "for",
            "keep_firing_for",
            "resolve_when",
            "no_data",
            "min_samples",
            "limit",
            "flapping",
            "severity",
            "channels",
            "then",
            "enabled",
            "description",
            "labels",
            "annotations",
            "runbook");

    /** Its meaning is not settled. */
    private static final List<String> LATER = List.of("on");

    private static final Map<String, String> OTHERWISE_CALLED =
        Map.of(
            "level", "severity",
            "notify", "channels",
            "receivers", "channels",
            "runbook_url", "runbook");

    private static List<String> and(String... more) {
      return Stream.concat(Stream.of(more), KEYS.stream()).toList();
    }

    private static Map<String, String> orCalled(Map<String, String> more) {
      return Stream.concat(more.entrySet().stream(), OTHERWISE_CALLED.entrySet().stream())
          .collect(
              java.util.stream.Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
