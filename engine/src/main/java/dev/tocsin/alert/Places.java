package dev.tocsin.alert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The alerts of one rule that wait for a place under its limit: their condition is true. */
final class Places {
  private static final int MOST_LEVELS = 3;

  private final Map<AlertKey, Integer> waiting = new HashMap<>();
  private final long[] byLevel = new long[MOST_LEVELS];

  /** It waits, and would have this severity. */
  void enter(AlertKey key, int level) {
    leave(key);
    waiting.put(key, level);
    byLevel[level]++;
  }

  /** It has a place, or needs none. */
  void leave(AlertKey key) {
    Integer level = waiting.remove(key);
    if (level != null) {
      byLevel[level]--;
    }
  }

  /** How many wait. */
  int size() {
    return waiting.size();
  }

  /** The worst severity that one would have. */
  int worst() {
    int level = MOST_LEVELS - 1;
    while (level > 0 && byLevel[level] == 0) {
      level--;
    }
    return level;
  }

  /**
   * The first that get a place.
   *
   * @param exceedance how far a condition is beyond its threshold: the greatest comes first, NaN
   *     last; of equals the first by key
   */
  List<AlertKey> first(long places, ToDoubleFunction<AlertKey> exceedance) {
    if (places <= 0 || waiting.isEmpty()) {
      return List.of();
    }
    Map<AlertKey, Double> ranks = new HashMap<>();
    waiting.keySet().forEach(key -> ranks.put(key, rank(exceedance.applyAsDouble(key))));
    return ranks.entrySet().stream()
        .sorted(
            Map.Entry.<AlertKey, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(places)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double rank(double exceedance) {
    return Double.isNaN(exceedance) ? Double.NEGATIVE_INFINITY : exceedance + 0.0;
  }
}
