package dev.tocsin.trace.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.trace.document.Findings;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service sends to Langfuse: events that create and update observations. Events of one id
 * are one observation; of two values the later is taken.
 */
final class IngestionBatch {
  private final Observations observations;
  private final Findings findings;
  private final Map<String, ObjectNode> traces = new LinkedHashMap<>();
  private final Map<String, ObjectNode> merged = new LinkedHashMap<>();

  IngestionBatch(Observations observations, Findings findings) {
    this.observations = observations;
    this.findings = findings;
  }

  void read(List<Fields> events) throws BadEventException {
    for (Fields event : events) {
      try {
        read(event);
      } catch (BadEventException e) {
        findings.bad(e);
      }
    }
    for (ObjectNode trace : traces.values()) {
      observations.trace(Fields.of(trace));
    }
    observations.addAll(merged.values().stream().map(Fields::of).toList(), findings);
  }

  private void read(Fields event) throws BadEventException {
    String type = event.required("type");
    ObjectNode body = event.object("body").node();
    switch (type) {
      case "trace-create" -> merge(traces, body);
      case "score-create" -> {
        if (!body.hasNonNull("timestamp") && event.has("timestamp")) {
          body.set("timestamp", event.node().get("timestamp"));
        }
        observations.scores(List.of(Fields.of(body)), findings);
      }
      case "observation-create", "observation-update" -> merge(merged, body);
      default -> {
        if (!type.endsWith("-create") && !type.endsWith("-update")) {
          findings.passedOver(type);
          return;
        }
        body.put("type", type.substring(0, type.lastIndexOf('-')).toUpperCase(Locale.ROOT));
        merge(merged, body);
      }
    }
  }

  private static void merge(Map<String, ObjectNode> into, ObjectNode body)
      throws BadEventException {
    ObjectNode known = into.putIfAbsent(Fields.of(body).required("id"), body);
    if (known == null) {
      return;
    }
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      JsonNode value = merged(known.get(field.getKey()), field.getValue());
      if (!value.isNull()) {
        known.set(field.getKey(), value);
      }
    }
  }

  /** Metadata and the like are merged field by field. */
  private static JsonNode merged(@Nullable JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode all && after instanceof ObjectNode more) {
      return all.setAll(more);
    }
    return after;
  }
}
