package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.yaml.KnownKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of an entry of {@code events:}. All others are fields, which are looked up later. */
final class EventsKeys extends KnownKeys {
  static final List<String> OF_TIME = List.of("at", "every", "for", "over", "count", "seed");
  static final String SCORE_DELAY = "score_delay";
  static final String DEPLOYMENT = "deployment";
  static final String MEASURE = "measure";
  static final KnownKeys OF_DEPLOYMENT =
      new KnownKeys("a deployment", List.of("prompt", "version"), Map.of());
  static final KnownKeys OF_MEASURE =
      new KnownKeys("a measure", List.of("name", "value", "labels"), Map.of());

  EventsKeys() {
    super(
        "an entry of 'events'",
        List.of("at", "every", "for", "over", "count", "seed", SCORE_DELAY, DEPLOYMENT, MEASURE),
        Map.of());
  }

  /** What can only be the rest of a text that was cut at a comma is no field. */
  @Override
  protected boolean isFree(String key) {
    return !isCut(key);
  }

  @Override
  protected Optional<String> hint(String key) {
    return isCut(key)
        ? Optional.of("inside { } separate by spaces, as in: normal(800ms 200ms)")
        : Optional.empty();
  }

  private static boolean isCut(String key) {
    return key.endsWith(")");
  }
}
