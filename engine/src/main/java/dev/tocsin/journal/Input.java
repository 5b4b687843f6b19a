package dev.tocsin.journal;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Event;
import dev.tocsin.api.Silence;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * A delivery is done or given up. What is said to channels depends on it, no verdict does.
   *
   * @param delivery its id
   * @param done false when it was given up
   * @param nanos when, since the epoch
   * @param receipt what its channel needs to change the message
   */
  record Delivered(String delivery, boolean done, long nanos, Optional<String> receipt)
      implements Input {}

  /**
   * A silence is put in force.
   *
   * @param silence in place of one with its id
   */
  record Silenced(Silence silence) implements Input {}

  /**
   * A silence is ended.
   *
   * @param silence its id
   * @param nanos when, since the epoch
   */
  record Expired(String silence, long nanos) implements Input {}

  /**
   * Somebody takes care of alerts.
   *
   * @param alerts their keys
   * @param by who
   */
  record Acknowledged(List<String> alerts, Acknowledgement by) implements Input {
    public Acknowledged {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Time has come to something that is due between ticks: messages of groups of alerts.
   *
   * @param nanos since the epoch, before the next tick
   */
  record Timer(long nanos) implements Input {}

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
