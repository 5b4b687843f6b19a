package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Reading;
import dev.tocsin.api.StoreHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an engine and its channels fare, and what it reads, as JSON. */
public final class HealthJson {
  private static final double NANOS_PER_MILLI = 1_000_000;

  private HealthJson() {}

  /**
   * All of an engine's health.
   *
   * @param adminFaults answers of the admin endpoint that failed by an error of our own
   */
  public static String health(Instant now, EngineHealth health, long adminFaults) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    json.put("last_evaluation", text(health.lastEvaluation()));
    millis(json, "last_tick_ms", health.lastTickDuration());
    json.put("queue_depth", health.queueDepth());
    json.put("queue_capacity", health.queueCapacity());
    events(json, health);
    plugins(json, health);
    json.put("admin_faults", adminFaults);
    health.rulesInError().forEach(json.putArray("rules_in_error")::add);
    StoreHealth store = health.store();
    if (store == null) {
      json.putNull("store");
    } else {
      store(json.putObject("store"), store);
    }
    return Json.write(json);
  }

  private static void events(ObjectNode json, EngineHealth health) {
    json.put("accepted", health.accepted());
    json.put("dropped", health.dropped());
    json.put("late", health.late());
    json.put("early", health.early());
    json.put("duplicates", health.duplicates());
    json.put("orphan_scores", health.orphanScores());
    json.put("unpriced", health.unpriced());
    json.put("overflowed", health.overflowed());
    json.put("rule_errors", health.ruleErrors());
    json.put("unfolded", health.unfolded());
  }

  private static void plugins(ObjectNode json, EngineHealth health) {
    json.put("evaluator_failures", health.evaluatorFailures());
    json.put("evaluator_dropped", health.evaluatorDropped());
    json.put("channel_failures", health.channelFailures());
    json.put("channel_dropped", health.channelDropped());
    json.put("action_failures", health.actionFailures());
    json.put("listener_failures", health.listenerFailures());
  }

  private static void store(ObjectNode json, StoreHealth store) {
    json.put("inputs", store.inputs());
    json.put("inputs_lost", store.inputsLost());
    json.put("failures", store.failures());
    json.put("last_snapshot", text(store.lastSnapshot()));
    millis(json, "last_stall_ms", store.lastStall());
    json.put("free_bytes", store.freeBytes());
    json.put("trouble", store.trouble());
    json.put("warning", store.warning());
  }

  /** Channels in their order. */
  public static String channels(Instant now, List<ChannelHealth> channels) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    ArrayNode list = json.putArray("channels");
    for (ChannelHealth channel : channels) {
      ObjectNode node = list.addObject();
      node.put("name", channel.name());
      node.put("circuit", channel.circuit().name().toLowerCase(Locale.ROOT));
      node.put("delivered", channel.delivered());
      node.put("failures", channel.failures());
      node.put("waiting", channel.waiting());
      node.put("given_up", channel.givenUp());
      node.put("last_delivered", channel.lastDelivered().map(Instant::toString).orElse(null));
      node.put("last_error", channel.lastError().orElse(null));
    }
    return Json.write(json);
  }

  /**
   * Some of the readings.
   *
   * @param total how many there are
   */
  public static String readings(Instant now, List<Reading> readings, long total) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    json.put("total", total);
    ArrayNode list = json.putArray("readings");
    for (Reading reading : readings) {
      ObjectNode node = list.addObject();
      node.put("term", reading.term());
      ObjectNode group = node.putObject("group");
      reading.group().forEach(group::put);
      Json.number(node, "value", reading.value());
      node.put("samples", reading.samples());
      node.put("unit", reading.unit().name().toLowerCase(Locale.ROOT));
      node.put("since", reading.since().toString());
    }
    return Json.write(json);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static void millis(ObjectNode json, String name, Duration duration) {
    Json.number(json, name, duration.toNanos() / NANOS_PER_MILLI);
  }
}
