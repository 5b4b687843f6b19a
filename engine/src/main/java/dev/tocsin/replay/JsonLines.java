package dev.tocsin.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Transitions and summaries as JSON, one object a line, without the line end. */
public final class JsonLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private JsonLines() {}

  /**
   * A transition. Numbers are in the units as shown: milliseconds, dollars, fractions; a value
   * without data is null.
   */
  public static String transition(Transition transition) {
    ObjectNode json = MAPPER.createObjectNode();
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
    transition.channels().forEach(json.putArray("channels")::add);
    return write(json);
  }

  /** What a replay came to. */
  public static String summary(ReplaySummary summary) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("type", "summary");
    json.put("events", summary.events());
    json.put("skipped", summary.skipped());
    json.put("late", summary.late());
    json.put("duplicates", summary.duplicates());
    json.put("orphan_scores", summary.orphanScores());
    json.put("from", summary.from() == null ? null : summary.from().toString());
    json.put("until", summary.until() == null ? null : summary.until().toString());
    json.put("cost_usd", plain(summary.costUsd()).toPlainString());
    json.put("unpriced", summary.unpriced());
    ObjectNode firings = json.putObject("firings");
    summary
        .firings()
        .forEach(
            (rule, count) -> {
              if (count > 0) {
                firings.put(rule, count);
              }
            });
    ArrayNode still = json.putArray("still_firing");
    for (Transition transition : summary.stillFiring()) {
      alert(still.addObject(), transition);
    }
    return write(json);
  }

  private static void alert(ObjectNode json, Transition transition) {
    json.put("rule", transition.rule());
    ObjectNode group = json.putObject("group");
    transition.group().forEach(group::put);
    json.put("activation", transition.activation().toString());
  }

  /** Without a point for whole numbers; infinities, which JSON does not know, as null. */
  private static void number(ObjectNode json, String name, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      json.putNull(name);
    } else {
      json.put(name, plain(BigDecimal.valueOf(value)));
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String write(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
