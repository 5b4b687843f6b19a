package dev.tocsin.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.rulefile.RuleFileKeys;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final Map<String, Place> PLACES =
      Map.ofEntries(
          Map.entry("top", Place.RULE_FILE),
          Map.entry("rule", Place.RULE),
          Map.entry("defaults", Place.RULE),
          Map.entry("group", Place.RULE),
          Map.entry("include", Place.INCLUDE),
          Map.entry("parameter", Place.PARAMETER),
          Map.entry("flapping", Place.FLAPPING),
          Map.entry("metric", Place.METRIC),
          Map.entry("route", Place.ROUTE),
          Map.entry("escalation", Place.ESCALATION),
          Map.entry("budget", Place.BUDGET),
          Map.entry("receiver", Place.RECEIVER),
          Map.entry("inhibition", Place.INHIBITION),
          Map.entry("silence", Place.SILENCE),
          Map.entry("interval", Place.INTERVAL),
          Map.entry("interval_part", Place.INTERVAL));

  @Test
  void everyKeyOfARuleFileHasItsPlace() {
    Map<String, List<String>> known = RuleFileKeys.byPlace();
    assertThat(known.keySet()).as("dev.tocsin.dsl.format.Place").isEqualTo(PLACES.keySet());
    known.forEach(
        (place, keys) -> {
          Set<String> missing = new HashSet<>(keys);
          missing.removeAll(PLACES.get(place).order());
          missing.remove("groups"); // stay among the rules
          assertThat(missing).as("keys without an order, of " + place).isEmpty();
        });
  }
}
