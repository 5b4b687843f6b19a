package dev.tocsin.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.Transition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine says, as JSON: one object a line, without the line end. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final double NANOS_PER_MILLI = 1_000_000;

  private Json() {}

  /**
   * A transition. Numbers are in the units as shown: milliseconds, dollars, fractions; a value
   * without data is null.
   */
  public static String transition(Transition transition) {
    ObjectNode json = object();
    put(json, transition);
    return write(json);
  }

  /** Puts a transition as it stands by itself. */
  public static void put(ObjectNode json, Transition transition) {
    json.put("type", "transition");
    json.put("time", transition.time().toString());
    alert(json, transition);
    json.put("from", transition.from().label());
    json.put("to", transition.to().label());
    ComparedReading decisive = transition.decisive();
    number(json, "value", decisive.value());
    number(json, "threshold", decisive.threshold());
    json.put("samples", decisive.samples());
    ArrayNode readings = json.putArray("readings");
    for (ComparedReading reading : transition.readings()) {
      ObjectNode node = readings.addObject();
      node.put("term", reading.term());
      number(node, "value", reading.value());
      number(node, "threshold", reading.threshold());
      node.put("samples", reading.samples());
    }
    json.put("severity", transition.severity().label());
    if (transition.reason() != AlertReason.CONDITION) {
      json.put("reason", transition.reason().label());
    }
    if (transition.flapping()) {
      json.put("flapping", true);
    }
    transition.channels().forEach(json.putArray("channels")::add);
    texts(json, "labels", transition.labels());
    texts(json, "annotations", transition.annotations());
  }

  /** Only where there are any: rules without have the lines they always had. */
  static void texts(ObjectNode json, String key, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode object = json.putObject(key);
      texts.forEach(object::put);
    }
  }

  /** A heartbeat with what may be wrong. */
  public static String heartbeat(Instant time, EngineHealth health) {
    ObjectNode json = object();
    json.put("type", "heartbeat");
    json.put("time", time.toString());
    json.put("queue_depth", health.queueDepth());
    json.put("accepted", health.accepted());
    json.put("dropped", health.dropped());
    json.put("late", health.late());
    json.put("orphan_scores", health.orphanScores());
    json.put("unpriced", health.unpriced());
    json.put("rule_errors", health.ruleErrors());
    json.put("unfolded", health.unfolded());
    json.put("evaluator_failures", health.evaluatorFailures());
    json.put("channel_failures", health.channelFailures());
    number(json, "last_tick_ms", health.lastTickDuration().toNanos() / NANOS_PER_MILLI);
    StoreHealth store = health.store();
    if (store != null) {
      json.put("store_inputs_lost", store.inputsLost());
      json.put("store_free_bytes", store.freeBytes());
      json.put("store_trouble", store.trouble());
      json.put("store_warning", store.warning());
    }
    if (!health.rulesInError().isEmpty()) {
      health.rulesInError().forEach(json.putArray("rules_in_error")::add);
    }
    return write(json);
  }

  /** A new object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Puts which alert a transition is of. */
  public static void alert(ObjectNode json, Transition transition) {
    json.put("rule", transition.rule());
    ObjectNode group = json.putObject("group");
    transition.group().forEach(group::put);
    json.put("activation", transition.activation().toString());
  }

  /** Without a point for whole numbers; infinities, which JSON does not know, as null. */
  public static void number(ObjectNode json, String name, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      json.putNull(name);
    } else {
      json.put(name, plain(BigDecimal.valueOf(value)));
    }
  }

  /** Without trailing zeros and without an exponent. */
  public static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * An object of any shape: texts, numbers, booleans, null, lists, and maps again, in their order.
   */
  public static String of(Map<String, ?> values) {
    return write(MAPPER.<ObjectNode>valueToTree(values));
  }

  /** The text. */
  public static String write(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
