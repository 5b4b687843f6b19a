package dev.tocsin.dsl.rulefile;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys that the reader of rule files knows, for what is generated from them. */
public final class RuleFileKeys {
  private RuleFileKeys() {}

  /**
   * The keys of each kind of mapping, in the order in which they are shown: {@code top} for the
   * file itself, {@code rule} and so on.
   */
  public static Map<String, List<String>> byPlace() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    Arrays.stream(RuleFilePlace.values())
        .forEach(place -> keys.put(place.name().toLowerCase(Locale.ROOT), place.keys().known()));
    return Collections.unmodifiableMap(keys);
  }
}
