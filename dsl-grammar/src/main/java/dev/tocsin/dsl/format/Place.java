package dev.tocsin.dsl.format;

import java.util.List;

/** What a node of a file is, which decides the order of its keys and what its texts are. */
@SuppressWarnings("ImmutableEnumChecker") // nothing in it can be changed
enum Place {
  RULE_FILE(
      "include",
      "parameters",
      "evaluate_every",
      "external_labels",
      "defaults",
      "metrics",
      "rules",
      "groups",
      "routes",
      "receivers",
      "inhibit",
      "silences",
      "time_intervals",
      "links"),
  RULE(
      "name",
      "type",
      "description",
      "condition",
      "info",
      "warning",
      "critical",
      "window",
      "baseline_window",
      "current_window",
      "resolution",
      "where",
      "by",
      "on",
      "min_samples",
      "for",
      "keep_firing_for",
      "resolve_when",
      "no_data",
      "limit",
      "flapping",
      "severity",
      "channels",
      "then",
      "enabled",
      "labels",
      "annotations",
      "runbook",
      // of groups
      "evaluate_every",
      "rules"),
  INCLUDE("file", "pack", "parameters"),
  /** Those that a file declares, by name. */
  PARAMETERS,
  PARAMETER("kind", "default", "min", "max", "description"),
  /** Those that an include gives, by name. */
  GIVEN,
  /** What is told from how it is written, so that quotes mean something. */
  VALUE,
  METRICS,
  METRIC("expression", "tier", "description"),
  FLAPPING("changes", "within"),
  ROUTE(
      "name",
      "match",
      "receiver",
      "channels",
      "continue",
      "group_by",
      "group_wait",
      "group_interval",
      "repeat_interval",
      "mute",
      "active",
      "escalate",
      "budget",
      "routes"),
  ESCALATION("after", "to"),
  BUDGET("alerts", "per"),
  RECEIVER("name", "channels", "send_resolved", "title", "text"),
  INHIBITION("name", "source", "target", "equal"),
  SILENCE("match", "from", "until", "by", "comment"),
  INTERVAL("name", "zone", "intervals", "times", "weekdays", "days_of_month", "months", "years"),
  CONDITION,
  FILTER,
  EXPRESSION,
  TEST_FILE("rules", "zone", "tests"),
  TEST(
      "name", "trace", "start", "events", "inject", "until", "drain", "allowed_lateness", "expect"),
  /** Whose order is its author's. */
  FREE;

  private final List<String> order;

  Place(String... order) {
    this.order = List.of(order);
  }

  /** The keys with an order, the first first; without any the author's order stays. */
  List<String> order() {
    return order;
  }

  /** Where a key stands among the others; equal ones stay in their order. */
  int rank(String key) {
    if (key.equals("<<") || ((this == RULE_FILE || this == TEST_FILE) && key.startsWith("x-"))) {
      return -1;
    }
    // rules are evaluated in the order of the file, those of groups too
    int rank =
        this == RULE_FILE && key.equals("groups") ? order.indexOf("rules") : order.indexOf(key);
    return rank < 0 ? order.size() : rank;
  }

  /** Whether its elements have a blank line between them. */
  boolean isSpaced() {
    return this == RULE || this == TEST;
  }

  /** What stands behind a key. */
  Place below(String key) {
    return switch (this) {
      case RULE_FILE ->
          switch (key) {
            case "include" -> INCLUDE;
            case "parameters" -> PARAMETERS;
            case "defaults", "rules", "groups" -> RULE;
            case "metrics" -> METRICS;
            case "routes" -> ROUTE;
            case "receivers" -> RECEIVER;
            case "inhibit" -> INHIBITION;
            case "silences" -> SILENCE;
            case "time_intervals" -> INTERVAL;
            default -> FREE;
          };
      case RULE ->
          switch (key) {
            case "condition", "resolve_when" -> CONDITION;
            case "where" -> FILTER;
            case "flapping" -> FLAPPING;
            case "rules" -> RULE;
            default -> FREE;
          };
      case INCLUDE -> key.equals("parameters") ? GIVEN : FREE;
      case PARAMETERS -> PARAMETER;
      case PARAMETER -> List.of("default", "min", "max").contains(key) ? VALUE : FREE;
      case GIVEN -> VALUE;
      case METRICS -> METRIC;
      case METRIC -> key.equals("expression") ? EXPRESSION : FREE;
      case ROUTE ->
          switch (key) {
            case "routes" -> ROUTE;
            case "escalate" -> ESCALATION;
            case "budget" -> BUDGET;
            default -> FREE;
          };
      case INTERVAL -> key.equals("intervals") ? INTERVAL : FREE;
      case TEST_FILE -> key.equals("tests") ? TEST : FREE;
      case VALUE -> VALUE;
      case FLAPPING,
          ESCALATION,
          BUDGET,
          RECEIVER,
          INHIBITION,
          SILENCE,
          CONDITION,
          FILTER,
          EXPRESSION,
          TEST,
          FREE ->
          FREE;
    };
  }

  /** What a single text is that stands where this is expected. */
  Place ofText() {
    return switch (this) {
      case PARAMETERS, PARAMETER -> VALUE;
      case METRIC -> EXPRESSION;
      default -> this;
    };
  }
}
