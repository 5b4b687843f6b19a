package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** What the keys mean that say where alerts go. */
final class RoutingSchemaKeys {
  private static final String TIMES = "^\\s*[0-9]{1,2}:[0-9]{2}\\s*-\\s*[0-9]{1,2}:[0-9]{2}\\s*$";
  private static final String WEB = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@{]+([/?#].*)?$";

  private final SchemaKeys keys;

  private RoutingSchemaKeys(SchemaKeys keys) {
    this.keys = keys;
  }

  static void addTo(SchemaKeys keys) {
    RoutingSchemaKeys routing = new RoutingSchemaKeys(keys);
    routing.file();
    routing.routes();
    routing.receivers();
    routing.quiet();
    routing.intervals();
  }

  private void file() {
    keys.add(
        "top.routes",
        "The tree of routes, which says who is told of which alerts.",
        SchemaKeys.ref("route"));
    keys.add("receivers", "Who is told: names for channels.", list("receiver"));
    keys.add("inhibit", "Which alerts are not sent while others fire.", list("inhibition"));
    keys.add("silences", "Which alerts are not sent for some time.", list("silence"));
    keys.add("time_intervals", "Times that come again, for routes.", list("interval"));
    keys.add("links", "Addresses shown with every alert.", RoutingSchemaKeys::links);
  }

  private void routes() {
    keys.add("route.name", "For the path of the route.", SchemaKeys::text);
    keys.add("match", "What the labels of the alerts must be.", RoutingSchemaKeys::matchers);
    keys.add("receiver", "Who is told; as above without it.", SchemaKeys::text);
    keys.add("route.channels", "In place of a receiver: names of channels.", SchemaKeys::names);
    keys.add(
        "continue",
        "Whether the routes behind it are looked at too.",
        node -> SchemaKeys.orPlaceholder(node, one -> one.put("type", "boolean")));
    keys.add(
        "group_by",
        "Labels by which alerts are told together; [...] for each by itself.",
        SchemaKeys::names);
    keys.add(
        "group_wait",
        "How long a new group waits before its first message; 30s without it.",
        SchemaKeys::durationOrZero);
    keys.add(
        "group_interval",
        "How long before news of a group already told is sent; 5m without it.",
        SchemaKeys::duration);
    keys.add(
        "repeat_interval",
        "How long before the same news is sent again; 4h without it.",
        SchemaKeys::duration);
    keys.add("mute", "Time intervals in which nothing is sent.", SchemaKeys::names);
    keys.add("active", "Time intervals in which alone something is sent.", SchemaKeys::names);
    keys.add("escalate", "Who is told when nobody acknowledges.", RoutingSchemaKeys::escalations);
    keys.add(
        "budget",
        "How many alerts are told each by itself: {alerts: 20, per: 1h}, or off.",
        RoutingSchemaKeys::budget);
    keys.add("route.routes", "Routes for some of its alerts, asked in order.", list("route"));
    keys.add("after", "How long after the first message.", SchemaKeys::duration);
    keys.add("escalation.to", "The receiver that is told.", SchemaKeys::text);
    keys.add(
        "alerts",
        "How many in one period.",
        node ->
            SchemaKeys.orPlaceholder(node, one -> one.put("type", "integer").put("minimum", 1)));
    keys.add("per", "The length of a period.", SchemaKeys::duration);
  }

  private void receivers() {
    keys.add("receiver.name", "The name that routes use, unique.", SchemaKeys::text);
    keys.add("receiver.channels", "All of these are used.", RoutingSchemaKeys::someNames);
    keys.add(
        "send_resolved",
        "Whether it is told that alerts have stopped firing; true without it.",
        node -> SchemaKeys.orPlaceholder(node, one -> one.put("type", "boolean")));
    keys.add("title", "Of its messages: {{ count }} alerts of {{ rule }}", SchemaKeys::text);
    keys.add("receiver.text", "Of its messages.", SchemaKeys::text);
  }

  private void quiet() {
    keys.add("inhibition.name", "For messages.", SchemaKeys::text);
    keys.add("source", "What the alert is that fires.", RoutingSchemaKeys::matchers);
    keys.add("target", "Which others are not sent meanwhile.", RoutingSchemaKeys::matchers);
    keys.add("equal", "Labels that both must have in common.", SchemaKeys::names);
    keys.add("from", "When it begins: 2026-10-01T00:00:00Z", RoutingSchemaKeys::moment);
    keys.add("until", "When it ends: 2026-10-02T00:00:00Z", RoutingSchemaKeys::moment);
    keys.add("silence.by", "Who wants it.", SchemaKeys::text);
    keys.add("comment", "Why.", SchemaKeys::text);
  }

  private void intervals() {
    keys.add("interval.name", "The name that routes use, unique.", SchemaKeys::text);
    keys.add("zone", "A zone such as Europe/Vienna; UTC without it.", SchemaKeys::text);
    keys.add("intervals", "Several parts, of which one must hold.", list("interval_part"));
    keys.add(
        "times",
        "Times of day, the end not in them: 09:00-17:00",
        node -> either(node, one -> one.put("type", "string").put("pattern", TIMES)));
    keys.add("weekdays", "Days of the week: monday-friday", SchemaKeys::names);
    keys.add("days_of_month", "Days of the month, -1 is the last: 1-5", SchemaKeys::names);
    keys.add("months", "Months: january-march, 6", SchemaKeys::names);
    keys.add("years", "Years: 2026-2027", SchemaKeys::names);
  }

  private static Consumer<ObjectNode> list(String place) {
    return node -> SchemaKeys.list(node, place);
  }

  private static void either(ObjectNode node, Consumer<ObjectNode> one) {
    ArrayNode either = node.putArray("anyOf");
    one.accept(either.addObject());
    one.accept(either.addObject().put("type", "array").putObject("items"));
  }

  private static void someNames(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    SchemaKeys.text(either.addObject());
    SchemaKeys.text(either.addObject().put("type", "array").put("minItems", 1).putObject("items"));
  }

  private static void matchers(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("type", "string");
    either.addObject().put("type", "array").putObject("items").put("type", "string");
    SchemaKeys.text(either.addObject().put("type", "object").putObject("additionalProperties"));
    List.of("severity = critical", "team =~ pay.*").forEach(node.putArray("examples")::add);
  }

  private static void escalations(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("$ref", "#/definitions/escalation");
    SchemaKeys.list(either.addObject(), "escalation");
  }

  private static void budget(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("$ref", "#/definitions/budget");
    either.addObject().putArray("enum").add(false);
  }

  /** YAML readers make a date of it, so that its form cannot be asked for. */
  private static void moment(ObjectNode node) {
    List.of("2026-10-02T00:00:00Z").forEach(node.putArray("examples")::add);
  }

  private static void links(ObjectNode node) {
    node.put("type", "object")
        .putObject("additionalProperties")
        .put("type", "string")
        .put("pattern", WEB);
  }
}
