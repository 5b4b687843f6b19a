package dev.tocsin.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The scores of a call, sorted by name; read without boxing. Immutable. */
final class Scores {
  private static final Scores NONE = new Scores(new String[0], new long[0]);

  private final String[] names;
  private final long[] values;

  private Scores(String[] names, long[] values) {
    this.names = names;
    this.values = values;
  }

  static Scores of(Map<String, Long> byName) {
    if (byName.isEmpty()) {
      return NONE;
    }
    Map<String, Long> sorted = byName.size() == 1 ? byName : new TreeMap<>(byName);
    String[] names = sorted.keySet().toArray(String[]::new);
    return new Scores(names, sorted.values().stream().mapToLong(Long::longValue).toArray());
  }

  int size() {
    return names.length;
  }

  String name(int at) {
    return names[at];
  }

  long value(int at) {
    return values[at];
  }

  /** Or {@link Event#UNKNOWN}. Calls have few scores, so they are walked. */
  long value(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return Event.UNKNOWN;
  }

  Map<String, Long> asMap() {
    if (names.length == 0) {
      return Map.of();
    }
    Map<String, Long> map = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], values[i]);
    }
    return Collections.unmodifiableMap(map);
  }
}
