package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Call;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The traces, observations and scores of one record. Of model calls in each other the innermost is
 * the call: frameworks record one call at several levels.
 */
final class Observations {
  private static final Set<String> CALLS = Set.of("GENERATION", "EMBEDDING");

  private final Generation generation;
  private final Map<String, Fields> traces = new HashMap<>();
  private final List<Fields> observations = new ArrayList<>();
  private final List<Fields> scores = new ArrayList<>();

  Observations(boolean texts) {
    generation = new Generation(texts);
  }

  void trace(Fields trace) throws BadEventException {
    String id = trace.text("id");
    if (id != null) {
      traces.put(id, trace);
    }
  }

  void addAll(List<Fields> found) {
    observations.addAll(found);
  }

  void scores(List<Fields> found) {
    scores.addAll(found);
  }

  void tell(Findings findings) throws BadEventException {
    Levels levels = levels();
    ScoredCalls scored = new ScoredCalls();
    List<Fields> others = new ArrayList<>();
    for (Fields each : observations) {
      if (!isCall(each) || levels.isAround(each.text("id"))) {
        others.add(each);
        continue;
      }
      try {
        if (generation.hasEnded(each)) {
          Call call = generation.call(each, traceOf(each));
          levels.innermost(call);
          scored.call(call);
          findings.event(call);
        } else {
          findings.passedOver(type(each) + " that has not ended");
        }
      } catch (BadEventException e) {
        findings.bad(e);
      }
    }
    for (Fields each : others) {
      findings.passedOver(kind(each, levels));
      scored.other(each.text("id"), type(each));
    }
    for (Fields score : scores) {
      scored.tell(score, findings);
    }
  }

  private Levels levels() throws BadEventException {
    Levels levels = new Levels();
    List<String> calls = new ArrayList<>();
    for (Fields each : observations) {
      String id = each.text("id");
      if (id != null) {
        levels.add(id, each);
        if (isCall(each)) {
          calls.add(id);
        }
      }
    }
    calls.forEach(levels::modelCall);
    return levels;
  }

  private static String kind(Fields observation, Levels levels) throws BadEventException {
    String kind = type(observation) + (isCall(observation) ? " around others" : "");
    return levels.contradicts(observation.text("id"), Usage.of(observation))
        ? kind + ", with other tokens than the calls in it"
        : kind;
  }

  private Fields traceOf(Fields observation) throws BadEventException {
    String id = observation.text("traceId", "trace_id");
    Fields trace = id == null ? null : traces.get(id);
    return trace == null ? Fields.none() : trace;
  }

  private static boolean isCall(Fields observation) throws BadEventException {
    return CALLS.contains(type(observation));
  }

  private static String type(Fields observation) throws BadEventException {
    return observation.required("type");
  }
}
