package dev.tocsin.journal;

import dev.tocsin.api.Event;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Plan;
import java.util.Map;

/** One input of the engine. */
public sealed interface Input {

  /** An event was accepted. */
  record Arrival(Event event) implements Input {}

  /**
   * What a live engine measured of itself.
   *
   * @param values in base units
   */
  record Gauges(Map<EngineGauge, Long> values) implements Input {
    public Gauges {
      values = Map.copyOf(values);
    }
  }

  /**
   * Other rules take over at the last tick.
   *
   * @param plan the new rules
   */
  record Reload(Plan plan) implements Input {}

  /**
   * Time has come to a tick.
   *
   * @param nanos since the epoch, a multiple of the tick's length
   */
  record Tick(long nanos) implements Input {}
}
