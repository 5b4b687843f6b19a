package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.Findings;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which call a score judges: that of its observation, or that of its trace where the trace has
 * exactly one call among those that were read with it.
 */
final class ScoredCalls {
  private static final Set<String> WITHOUT_VALUE = Set.of("TEXT", "CORRECTION");

  private final Map<String, List<String>> callsOfTraces = new HashMap<>();
  private final Map<String, String> others = new HashMap<>();

  void call(Call call) {
    if (call.trace() != null && call.id() != null) {
      callsOfTraces.computeIfAbsent(call.trace(), trace -> new ArrayList<>()).add(call.id());
    }
  }

  void other(@Nullable String id, String type) {
    if (id != null) {
      others.put(id, type);
    }
  }

  void tell(Fields score, Findings findings) {
    try {
      String type = score.text("dataType", "data_type");
      String call = call(score);
      if (type != null && WITHOUT_VALUE.contains(type)) {
        findings.passedOver("score of type " + type);
      } else if (call == null) {
        findings.passedOver("score of a " + judged(score));
      } else {
        findings.event(score(score, call, type));
      }
    } catch (BadEventException e) {
      findings.bad(e);
    }
  }

  private @Nullable String call(Fields score) throws BadEventException {
    String observation = score.text("observationId", "observation_id");
    if (observation != null) {
      return others.containsKey(observation) ? null : observation;
    }
    String trace = score.text("traceId", "trace_id");
    List<String> calls = trace == null ? List.of() : callsOfTraces.getOrDefault(trace, List.of());
    return calls.size() == 1 ? calls.get(0) : null;
  }

  private String judged(Fields score) throws BadEventException {
    String observation = score.text("observationId", "observation_id");
    if (observation != null) {
      return others.getOrDefault(observation, "observation");
    }
    if (score.first("traceId", "trace_id") != null) {
      return "trace";
    }
    return score.first("sessionId", "session_id") != null ? "session" : "dataset run";
  }

  private static Score score(Fields score, String call, @Nullable String type)
      throws BadEventException {
    long time = score.time(Generation.TIMES, "timestamp", "createdAt", "created_at");
    if (time == Event.UNKNOWN) {
      throw new BadEventException("no timestamp");
    }
    String source = score.text("source");
    return new Score(
        time,
        call,
        score.required("name"),
        value(score, type),
        label(score),
        score.text("comment"),
        source == null ? null : "langfuse:" + source);
  }

  /** The number of a category says something only where a configuration gives it one. */
  private static long value(Fields score, @Nullable String type) throws BadEventException {
    if (isLabel(score)
        || ("CATEGORICAL".equals(type) && score.first("configId", "config_id") == null)) {
      return Event.UNKNOWN;
    }
    if (score.node().path("value").isBoolean()) {
      return Boolean.TRUE.equals(score.flag("value")) ? 1_000_000_000L : 0;
    }
    long value = score.billionths("value");
    if (value == Event.UNKNOWN && !"CATEGORICAL".equals(type)) {
      throw new BadEventException("no value");
    }
    return value;
  }

  private static @Nullable String label(Fields score) throws BadEventException {
    String label = score.text("stringValue", "string_value");
    return label == null && isLabel(score) ? score.text("value") : label;
  }

  /** What is sent to Langfuse has the category as its value. */
  private static boolean isLabel(Fields score) throws BadEventException {
    String type = score.text("dataType", "data_type");
    return score.node().path("value").isTextual() && (type == null || type.equals("CATEGORICAL"));
  }
}
