package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.yaml.KnownKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of mappings in a rule file, with the keys that each may have. */
@SuppressWarnings("ImmutableEnumChecker") // nothing in it can be changed
enum RuleFilePlace {
  TOP(
      "a rule file",
      Stream.concat(
              Stream.of(
                  "rules",
                  "metrics",
                  "defaults",
                  "groups",
                  "include",
                  "parameters",
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
  INCLUDE(
      "an include",
      List.of("file", "pack", "parameters"),
      List.of(),
      Map.of("path", "file", "name", "pack", "with", "parameters", "params", "parameters")),
  PARAMETER(
      "a parameter",
      List.of("kind", "default", "min", "max", "description"),
      List.of(),
      Map.of(
          "value", "default",
          "comment", "description",
          "type", "kind",
          "minimum", "min",
          "maximum", "max")),
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

  private final KnownKeys keys;

  RuleFilePlace(
      String owner, List<String> known, List<String> later, Map<String, String> otherwiseCalled) {
    this.keys =
        new KnownKeys(owner, known, later, otherwiseCalled) {
          @Override
          protected boolean isFree(String key) {
            return RuleFilePlace.this == TOP && key.startsWith(HOLDER);
          }

          @Override
          protected Optional<String> hint(String key) {
            return RuleFilePlace.this.hint(key);
          }
        };
  }

  KnownKeys keys() {
    return keys;
  }

  private Optional<String> hint(String key) {
    if (this == RULE && key.equals("threshold")) {
      return Optional.of("the threshold is a part of the condition: error_rate > 5%");
    }
    if (this == ROUTE && List.of("severity", "type", "labels").contains(key)) {
      return Optional.of("as in: match: [severity = critical]");
    }
    boolean ofRules = this != RULE && RULE.keys.known().contains(key) && !keys.isOtherName(key);
    return ofRules ? Optional.of("'" + key + "' belongs to each rule") : Optional.empty();
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
