package dev.tocsin.trace.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.BatchReader;
import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.document.OnlyCalls;
import dev.tocsin.trace.document.SpanForest;
import dev.tocsin.trace.document.SpanForest.Node;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.langsmith.OpenRuns.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes calls and scores of runs. */
final class RunReader implements BatchReader {
  /** Runs that are calls of a model. */
  private static final Set<String> CALLS = Set.of("llm", "embedding");

  private static final List<String> NEVER_READ = List.of("serialized", "attachments", "child_runs");

  private final boolean texts;
  private final OpenRuns runs = new OpenRuns();

  RunReader(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(List<Found> records, Gathering gathering) {
    List<Run> whole = new ArrayList<>();
    for (Found found : records) {
      try {
        add(found, whole, gathering);
      } catch (UnfitException e) {
        gathering.bad(found.line(), e.reason());
      }
    }
    SpanForest forest = new SpanForest(nodes(whole, gathering));
    OnlyCalls calls = new OnlyCalls();
    List<Integer> told = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      Run run = whole.get(i);
      try {
        tell(run, forest, i, calls, gathering);
        told.add(i);
      } catch (UnfitException e) {
        gathering.bad(run.line(), "run " + run.id() + ": " + e.reason());
      }
    }
    for (int i : told) {
      Run run = whole.get(i);
      try {
        feedback(run, forest.isLeafCall(i), calls, gathering);
      } catch (UnfitException e) {
        gathering.bad(run.line(), "run " + run.id() + ": " + e.reason());
      }
    }
    runs.overflow().forEach(run -> givenUp(run, gathering));
  }

  @Override
  public void end(Gathering gathering) {
    runs.rest().forEach(run -> givenUp(run, gathering));
  }

  private static void givenUp(Run run, Gathering gathering) {
    String missing = run.node().hasNonNull("run_type") ? "end_time" : "run_type";
    gathering.bad(run.line(), "run " + Value.shortened(run.id()) + ": no " + missing);
  }

  /** A run and those within it. */
  private void add(Found found, List<Run> whole, Gathering gathering) throws UnfitException {
    Deque<Value> waiting = new ArrayDeque<>(List.of(found.value()));
    while (!waiting.isEmpty()) {
      Value each = waiting.remove();
      waiting.addAll(each.get("child_runs").items());
      if (!(each.node() instanceof ObjectNode node)) {
        throw each.wrong("a run");
      }
      String id = id(each);
      if (runs.isDone(id)) {
        gathering.passedOver(found.line(), "repeated run");
        continue;
      }
      node.remove(NEVER_READ);
      if (!texts) {
        withoutTexts(node.get("inputs"));
      }
      Run run = runs.add(found.line(), id, node);
      if (run != null) {
        whole.add(run);
      }
    }
  }

  /** The id, or the one with which the order of the trace ends: some patches have but that. */
  private static String id(Value run) throws UnfitException {
    String id = run.get("id").text();
    String order = run.get("dotted_order").text();
    if (id == null && order != null) {
      String last = order.substring(order.lastIndexOf('.') + 1);
      id = last.substring(last.indexOf('Z') + 1);
    }
    if (id == null) {
      throw new UnfitException("no id: " + run.shown());
    }
    return id;
  }

  private static void withoutTexts(@Nullable JsonNode inputs) {
    if (inputs instanceof ObjectNode object) {
      object.retain(List.of("model", "model_name"));
    }
  }

  private static List<Node> nodes(List<Run> whole, Gathering gathering) {
    List<Node> nodes = new ArrayList<>();
    for (Run run : whole) {
      Value value = Value.of("", run.node());
      try {
        nodes.add(
            new Node(
                run.id(),
                value.get("parent_run_id").text(),
                CALLS.contains(String.valueOf(value.get("run_type").text())),
                RunTokens.total(value.get("prompt_tokens")),
                RunTokens.total(value.get("completion_tokens"))));
      } catch (UnfitException e) {
        gathering.bad(run.line(), "run " + run.id() + ": " + e.reason());
        nodes.add(new Node(run.id(), null, false, Event.UNKNOWN, Event.UNKNOWN));
      }
    }
    return nodes;
  }

  private void tell(Run run, SpanForest forest, int place, OnlyCalls calls, Gathering gathering)
      throws UnfitException {
    Value value = Value.of("", run.node());
    if (forest.isCircular(place)) {
      throw new UnfitException("its parents lead in a circle");
    }
    if (forest.isLeafCall(place)) {
      Call call = RunCall.of(value, run.id(), texts);
      gathering.event(run.line(), call);
      calls.add(call.trace(), call.id());
    } else {
      String kind = String.valueOf(value.get("run_type").text());
      gathering.passedOver(run.line(), forest.checked(place, kind));
    }
  }

  /** What is said of a run that is no call is said of the only call of its trace. */
  private static void feedback(Run run, boolean isCall, OnlyCalls calls, Gathering gathering)
      throws UnfitException {
    Value value = Value.of("", run.node());
    String judged = isCall ? run.id() : calls.of(value.get("trace_id").text());
    for (Score score : RunFeedback.of(value, judged == null ? run.id() : judged)) {
      if (judged == null) {
        gathering.passedOver(run.line(), "feedback of a trace");
      } else {
        gathering.event(run.line(), score);
      }
    }
  }
}
