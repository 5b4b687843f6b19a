package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Call;
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
 * The traces, observations and scores of records that were read together. Of model calls in each
 * other the innermost is the call: frameworks record one call at several levels.
 */
final class Observations {
  private static final Set<String> CALLS = Set.of("GENERATION", "EMBEDDING");

  private final Generation generation;
  private final Map<String, Fields> traces = new HashMap<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Judgement> scores = new ArrayList<>();

  /** An observation and where to tell what it is. */
  private record Observation(
      @Nullable String id, @Nullable String parent, String type, Fields fields, Findings at) {
    static Observation of(Fields fields, Findings at) throws BadEventException {
      return new Observation(
          fields.text("id"),
          fields.text("parentObservationId", "parent_observation_id"),
          fields.required("type"),
          fields,
          at);
    }

    boolean isCall() {
      return CALLS.contains(type);
    }
  }

  /** A score and where to tell what it is. */
  private record Judgement(Fields fields, Findings at) {}

  Observations(boolean texts) {
    generation = new Generation(texts);
  }

  void trace(Fields trace) throws BadEventException {
    String id = trace.text("id");
    if (id != null) {
      traces.put(id, trace);
    }
  }

  void addAll(List<Fields> found, Findings at) {
    for (Fields each : found) {
      try {
        observations.add(Observation.of(each, at));
      } catch (BadEventException e) {
        at.bad(e);
      }
    }
  }

  void scores(List<Fields> found, Findings at) {
    found.forEach(each -> scores.add(new Judgement(each, at)));
  }

  void tell() {
    Levels levels = levels();
    ScoredCalls scored = new ScoredCalls();
    List<Observation> others = new ArrayList<>();
    for (Observation each : observations) {
      if (!each.isCall() || levels.isAround(each.id())) {
        others.add(each);
      } else {
        call(each, levels, scored);
      }
    }
    for (Observation each : others) {
      try {
        each.at().passedOver(kind(each, levels));
      } catch (BadEventException e) {
        each.at().bad(e);
      }
      scored.other(each.id(), each.type());
    }
    for (Judgement score : scores) {
      scored.tell(score.fields(), score.at());
    }
  }

  private void call(Observation each, Levels levels, ScoredCalls scored) {
    try {
      if (generation.hasEnded(each.fields())) {
        Call call = generation.call(each.fields(), traceOf(each.fields()));
        levels.innermost(call);
        scored.call(call);
        each.at().event(call);
      } else {
        each.at().passedOver(each.type() + " that has not ended");
      }
    } catch (BadEventException e) {
      each.at().bad(e);
    }
  }

  private Levels levels() {
    Levels levels = new Levels();
    List<String> calls = new ArrayList<>();
    for (Observation each : observations) {
      if (each.id() != null) {
        levels.add(each.id(), each.parent());
        if (each.isCall()) {
          calls.add(each.id());
        }
      }
    }
    calls.forEach(levels::modelCall);
    return levels;
  }

  private static String kind(Observation observation, Levels levels) throws BadEventException {
    String kind = observation.type() + (observation.isCall() ? " around others" : "");
    return levels.contradicts(observation.id(), Usage.of(observation.fields()))
        ? kind + ", with other tokens than the calls in it"
        : kind;
  }

  private Fields traceOf(Fields observation) throws BadEventException {
    String id = observation.text("traceId", "trace_id");
    Fields trace = id == null ? null : traces.get(id);
    return trace == null ? Fields.none() : trace;
  }
}
