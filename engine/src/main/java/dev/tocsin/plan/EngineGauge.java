package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a live engine measures of itself, as {@code engine.dropped} in conditions. Counts run from
 * the engine's start. In a replay there is no data.
 */
public enum EngineGauge {
  QUEUE_DEPTH(Unit.COUNT),
  ACCEPTED(Unit.COUNT),
  DROPPED(Unit.COUNT),
  LATE(Unit.COUNT),
  EARLY(Unit.COUNT),
  DUPLICATES(Unit.COUNT),
  ORPHAN_SCORES(Unit.COUNT),
  UNPRICED(Unit.COUNT),
  OVERFLOWED(Unit.COUNT),
  RULE_ERRORS(Unit.COUNT),
  UNFOLDED(Unit.COUNT),
  EVALUATOR_FAILURES(Unit.COUNT),
  EVALUATOR_DROPPED(Unit.COUNT),
  CHANNEL_FAILURES(Unit.COUNT),
  CHANNEL_DROPPED(Unit.COUNT),
  ACTION_FAILURES(Unit.COUNT),
  LISTENER_FAILURES(Unit.COUNT),
  TICK_DURATION(Unit.DURATION),
  STORE_FREE_BYTES(Unit.COUNT),
  STORE_INPUTS_LOST(Unit.COUNT),
  STORE_FAILURES(Unit.COUNT);

  /** What stands before the names. */
  public static final String PREFIX = "engine.";

  private final Unit unit;

  EngineGauge(Unit unit) {
    this.unit = unit;
  }

  /** What it counts; durations are folded in microseconds. */
  public Unit unit() {
    return unit;
  }

  /** Whether only an engine with a store has it. */
  public boolean isOfStore() {
    return this == STORE_FREE_BYTES || this == STORE_INPUTS_LOST || this == STORE_FAILURES;
  }

  /** As conditions write it. */
  public String label() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /** The gauge of a name, if there is one. */
  public static Optional<EngineGauge> named(String name) {
    return Arrays.stream(values()).filter(gauge -> gauge.label().equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(EngineGauge::label).toList();
  }
}
