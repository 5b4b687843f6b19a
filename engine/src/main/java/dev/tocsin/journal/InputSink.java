package dev.tocsin.journal;

import dev.tocsin.api.Event;
import dev.tocsin.api.Silence;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import java.util.Map;

/** Takes what a stored journal says, in order. */
public interface InputSink {

  /** An event was accepted. */
  default void arrival(Event event) {}

  /** Time had come to a tick, in nanoseconds since the epoch. */
  default void tick(long nanos) {}

  /** What the engine had measured of itself. */
  default void gauges(Map<EngineGauge, Long> values) {}

  /** Rules took over. */
  default void rules(RuleTexts texts) {}

  /** Inputs are missing here: nothing that follows can be applied to what came before. */
  default void gap() {}

  /** What was known of a user was forgotten. */
  default void erase(String user) {}

  /** A delivery was done or given up. */
  default void delivered(Input.Delivered delivered) {}

  /** A silence was put in force. */
  default void silenced(Silence silence) {}

  /** A silence was ended, at a time in nanoseconds since the epoch. */
  default void expired(String silence, long nanos) {}

  /** Somebody took care of alerts. */
  default void acknowledged(Input.Acknowledged acknowledged) {}

  /** Time had come to something that was due between ticks, in nanoseconds since the epoch. */
  default void timer(long nanos) {}
}
