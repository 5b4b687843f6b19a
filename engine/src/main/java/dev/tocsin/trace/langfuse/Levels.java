package dev.tocsin.trace.langfuse;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.trace.record.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which observation lies in which, and the tokens of the calls within each. */
final class Levels {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> around = new HashSet<>();
  private final Map<String, List<Call>> within = new HashMap<>();

  void add(String id, @Nullable String parent) {
    if (parent != null) {
      parents.put(id, parent);
    }
  }

  /** It is a model call, perhaps around others. */
  void modelCall(String id) {
    around.addAll(above(id));
  }

  /** Whether there is a model call in it. */
  boolean isAround(@Nullable String id) {
    return id != null && around.contains(id);
  }

  /** It is a call with none in it. */
  void innermost(Call call) {
    if (call.id() != null) {
      above(call.id())
          .forEach(id -> within.computeIfAbsent(id, each -> new ArrayList<>()).add(call));
    }
  }

  /**
   * Whether it says other tokens than the calls in it have together; false where one is unknown.
   */
  boolean contradicts(@Nullable String id, Tokens total) {
    List<Call> calls = id == null ? List.of() : within.getOrDefault(id, List.of());
    if (calls.isEmpty() || total.input() == Event.UNKNOWN || total.output() == Event.UNKNOWN) {
      return false;
    }
    long input = 0;
    long output = 0;
    for (Call call : calls) {
      if (call.inputTokens() == Event.UNKNOWN || call.outputTokens() == Event.UNKNOWN) {
        return false;
      }
      input += call.inputTokens();
      output += call.outputTokens();
    }
    return input != total.input() || output != total.output();
  }

  /** Nobody promises that there are no circles. */
  private Set<String> above(String id) {
    Set<String> seen = new HashSet<>();
    String parent = parents.get(id);
    while (parent != null && !parent.equals(id) && seen.add(parent)) {
      parent = parents.get(parent);
    }
    return seen;
  }
}
