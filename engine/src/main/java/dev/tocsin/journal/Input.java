package dev.tocsin.journal;

import dev.tocsin.api.Event;
import dev.tocsin.dsl.rulefile.RuleTexts;
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
   * @param texts what they were read from
   */
  record Reload(Plan plan, RuleTexts texts) implements Input {
    /** Of rules whose texts nobody needs again. */
    public Reload(Plan plan) {
      this(plan, RuleTexts.NONE);
    }
  }

  /**
   * A delivery is done or given up. Nothing in the engine's verdicts depends on it; whoever
   * recovers the outbox does.
   *
   * @param delivery its id
   * @param done false when it was given up
   */
  record Delivered(String delivery, boolean done) implements Input {}

  /**
   * All that is known of one user is forgotten: groups, alerts of groups, remembered calls.
   *
   * @param user as in {@link dev.tocsin.api.Call#user}
   */
  record Erase(String user) implements Input {}

  /**
   * Time has come to a tick.
   *
   * @param nanos since the epoch, a multiple of the tick's length
   */
  record Tick(long nanos) implements Input {}
}
