package dev.tocsin.testkit.run;

import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import java.time.Instant;

/** A trace that rules can be run on, again and again. Thread-safe. */
public interface TraceInput {

  /** What messages call it. */
  String name();

  /**
   * From when times are counted: the earliest stamp of a recorded trace, or when generated events
   * begin.
   *
   * @throws dev.tocsin.replay.TraceException when the trace cannot be read or holds no event
   */
  Instant start();

  /** A replay of it through rules, not configured further. */
  Replay replay(Plan plan);
}
