package dev.tocsin.examples.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Alert;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Reading;
import java.util.List;
import java.util.Map;

/** What the engine says of itself, as JSON. */
final class EngineJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EngineJson() {}

  static JsonNode alerts(List<Alert> alerts) {
    ArrayNode array = NODES.arrayNode();
    for (Alert alert : alerts) {
      ObjectNode node = array.addObject();
      node.put("rule", alert.rule());
      node.set("group", group(alert.group()));
      node.put("state", alert.state().label());
      node.put("since", alert.activation().toString());
      node.put("severity", alert.severity().label());
    }
    return array;
  }

  static JsonNode readings(List<Reading> readings) {
    ArrayNode array = NODES.arrayNode();
    for (Reading reading : readings) {
      ObjectNode node = array.addObject();
      node.put("term", reading.term());
      node.set("group", group(reading.group()));
      node.put("value", reading.value()); // null where there is no data
      node.put("unit", reading.unit().symbol());
      node.put("samples", reading.samples());
      node.put("since", reading.since().toString());
    }
    return array;
  }

  static JsonNode health(EngineHealth health) {
    ObjectNode node = NODES.objectNode();
    node.put("accepted", health.accepted());
    node.put("waiting", health.queueDepth());
    node.put("dropped", health.dropped());
    node.put("late", health.late());
    node.put("rule_errors", health.ruleErrors());
    node.put("channel_failures", health.channelFailures());
    node.put("last_tick_micros", health.lastTickDuration().toNanos() / 1_000);
    node.put("last_evaluation", String.valueOf(health.lastEvaluation()));
    return node;
  }

  private static ObjectNode group(Map<String, String> dimensions) {
    ObjectNode node = NODES.objectNode();
    dimensions.forEach(node::put);
    return node;
  }
}
