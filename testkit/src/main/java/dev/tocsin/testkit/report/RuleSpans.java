package dev.tocsin.testkit.report;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.testkit.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When any alert of a rule was pending, and when any fired, for each severity by itself; stretches
 * that nobody could tell apart as one.
 */
final class RuleSpans {
  /** As many stretches side by side as a screen has room for. */
  private static final long MOST_SIDE_BY_SIDE = 1_500;

  private final long end;
  private final long gap;

  private record Stretch(long from, long until, boolean open) {}

  RuleSpans(Replay replay) {
    this.end = replay.end().toEpochMilli();
    this.gap = (end - replay.start().toEpochMilli()) / MOST_SIDE_BY_SIDE;
  }

  /**
   * @param changes of all alerts of one rule, in order
   */
  Map<String, @Nullable Object> json(List<Transition> changes) {
    List<Stretch> pending = new ArrayList<>();
    Map<Severity, List<Stretch>> firing = new EnumMap<>(Severity.class);
    Map<String, Transition> last = new HashMap<>();
    for (Transition each : changes) {
      Transition before = last.put(each.alertKey(), each);
      if (before != null) {
        add(before, each.time().toEpochMilli(), false, pending, firing);
      }
    }
    last.values().forEach(each -> add(each, end, true, pending, firing));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pending", merged(pending).map(each -> json(each, null)).toList());
    json.put(
        "firing",
        firing.entrySet().stream()
            .flatMap(of -> merged(of.getValue()).map(each -> json(each, of.getKey())))
            .toList());
    return json;
  }

  private static void add(
      Transition state,
      long until,
      boolean open,
      List<Stretch> pending,
      Map<Severity, List<Stretch>> firing) {
    Stretch stretch = new Stretch(state.time().toEpochMilli(), until, open);
    if (state.to() == AlertState.PENDING) {
      pending.add(stretch);
    } else if (state.to() == AlertState.FIRING) {
      firing.computeIfAbsent(state.severity(), each -> new ArrayList<>()).add(stretch);
    }
  }

  private Stream<Stretch> merged(List<Stretch> all) {
    List<Stretch> merged = new ArrayList<>();
    all.sort(Comparator.comparingLong(Stretch::from));
    for (Stretch next : all) {
      int at = merged.size() - 1;
      if (at >= 0 && next.from <= merged.get(at).until + gap) {
        Stretch before = merged.get(at);
        long until = Math.max(before.until, next.until);
        merged.set(at, new Stretch(before.from, until, before.open || next.open));
      } else {
        merged.add(next);
      }
    }
    return merged.stream();
  }

  private static Map<String, @Nullable Object> json(Stretch stretch, @Nullable Severity severity) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", stretch.from);
    json.put("until", stretch.until);
    json.put("open", stretch.open);
    if (severity != null) {
      json.put("severity", severity.label());
    }
    return json;
  }
}
