package dev.tocsin.trace.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs of which not all has come: their patches are merged into them, whichever comes first.
 * Bounded in number and size; what is over is given up, the eldest first.
 */
final class OpenRuns {
  private static final int MOST_RUNS = 20_000;
  private static final long MOST_CHARACTERS = 1L << 25;

  /** What is known of a run, from the line at which it was first met. */
  record Run(long line, String id, ObjectNode node, long size) {
    boolean isWhole() {
      return node.hasNonNull("run_type") && node.hasNonNull("end_time");
    }
  }

  private final Map<String, Run> open = new LinkedHashMap<>();
  private final Set<String> done = new LinkedHashSet<>();
  private long size;

  /** Takes what a record says of a run; the run, if now all has come. */
  @Nullable Run add(long line, String id, ObjectNode said) {
    Run before = open.remove(id);
    size -= before == null ? 0 : before.size();
    ObjectNode node = before == null ? said : merged(before.node(), said);
    Run run = new Run(before == null ? line : before.line(), id, node, size(node));
    if (run.isWhole()) {
      done.add(id);
      forget(done.iterator(), done.size() - MOST_RUNS);
      return run;
    }
    open.put(id, run);
    size += run.size();
    return null;
  }

  /** Whether the run was given out before. */
  boolean isDone(String id) {
    return done.contains(id);
  }

  /** Those for which there is no room, the eldest first; they are open no longer. */
  List<Run> overflow() {
    return taken(MOST_RUNS, MOST_CHARACTERS);
  }

  /** All that are left; they are open no longer. */
  List<Run> rest() {
    return taken(0, 0);
  }

  private List<Run> taken(int runs, long characters) {
    List<Run> taken = new ArrayList<>();
    Iterator<Run> eldest = open.values().iterator();
    while (eldest.hasNext() && (open.size() > runs || size > characters)) {
      Run run = eldest.next();
      eldest.remove();
      size -= run.size();
      taken.add(run);
    }
    return taken;
  }

  private static void forget(Iterator<String> eldest, int count) {
    for (int i = 0; i < count; i++) {
      eldest.next();
      eldest.remove();
    }
  }

  /** What is said later replaces what was said, unless it says nothing. */
  private static ObjectNode merged(ObjectNode before, ObjectNode later) {
    for (Map.Entry<String, JsonNode> field : later.properties()) {
      JsonNode old = before.get(field.getKey());
      JsonNode value = field.getValue();
      if (old instanceof ObjectNode oldObject && value instanceof ObjectNode object) {
        merged(oldObject, object);
      } else if (old == null || !(value.isNull() || (value.isContainerNode() && value.isEmpty()))) {
        before.set(field.getKey(), value);
      }
    }
    return before;
  }

  private static long size(JsonNode node) {
    if (node.isContainerNode()) {
      long size = 16;
      for (JsonNode each : node) {
        size += size(each);
      }
      return size;
    }
    return 16L + (node.isTextual() ? node.textValue().length() : 0);
  }
}
