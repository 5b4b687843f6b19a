package dev.tocsin.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Which calls of an aggregate by user are counted for their user, and which are too much. */
final class NaiveAdmission {
  private final int maxGroups;
  private final Shown shown;
  private final Map<String, List<Long>> held = new TreeMap<>();
  private List<Long> overflow = new ArrayList<>();
  long overflowed;

  /** What a window shows at a tick. */
  interface Shown {
    LongPredicate at(long tick);
  }

  NaiveAdmission(int maxGroups, Shown shown) {
    this.maxGroups = maxGroups;
    this.shown = shown;
  }

  void take(String user, long stamp) {
    if (held.containsKey(user) || held.size() < maxGroups) {
      held.computeIfAbsent(user, name -> new ArrayList<>()).add(stamp);
    } else {
      overflow.add(stamp);
      overflowed++;
    }
  }

  /** What is empty is forgotten, and its place free. */
  void tick(long tick) {
    LongPredicate shows = shown.at(tick);
    held.replaceAll((user, stamps) -> stamps.stream().filter(shows::test).toList());
    held.values().removeIf(List::isEmpty);
    held.replaceAll((user, stamps) -> new ArrayList<>(stamps));
    overflow = new ArrayList<>(overflow.stream().filter(shows::test).toList());
  }

  /** How many calls each group shows. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    held.forEach((user, stamps) -> counts.put(user, (long) stamps.size()));
    if (!overflow.isEmpty()) {
      counts.put("(overflow)", (long) overflow.size());
    }
    return counts;
  }
}
