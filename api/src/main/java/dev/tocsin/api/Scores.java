package dev.tocsin.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The scores of a call, sorted by name; read without boxing. Immutable. */
final class Scores {
  static final Scores NONE = new Scores(new String[0], new long[0]);

  private final String[] names;
  private final long[] values;

  private Scores(String[] names, long[] values) {
    this.names = names;
    this.values = values;
  }

  /** These with others; an other one of the same name replaces one of these. */
  Scores with(Map<String, Long> others) {
    Map<String, Long> all = others;
    if (size() + others.size() > 1) {
      all = new TreeMap<>(asMap());
      all.putAll(others);
    }
    String[] allNames = new String[all.size()];
    long[] allValues = new long[all.size()];
    int at = 0;
    for (Map.Entry<String, Long> score : all.entrySet()) {
      allNames[at] = score.getKey();
      allValues[at++] = score.getValue();
    }
    return new Scores(allNames, allValues);
  }

  /** These without one. */
  Scores without(String name) {
    if (value(name) == Event.UNKNOWN) {
      return this;
    }
    Map<String, Long> left = new TreeMap<>(asMap());
    left.remove(name);
    return NONE.with(left);
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
