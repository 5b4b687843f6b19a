package dev.tocsin.replay;

import dev.tocsin.core.Engine;
import java.time.Instant;

/** Looks at an engine while it replays, on the replaying thread. An exception ends the replay. */
public interface EngineWatch {

  /** Looks at nothing. */
  EngineWatch NONE = new EngineWatch() {};

  /** A tick has run; ticks at which nothing can change are left out. */
  default void ticked(Engine engine) {}

  /**
   * One of {@link Replay#stops} has come: the last tick is the last at or before it, and no event
   * stamped at it or later is in. Commands may be {@linkplain Engine#apply applied}.
   */
  default void stopped(Engine engine, Instant at) {}

  /** The time at which the replay stops has come. */
  default void ended(Engine engine) {}
}
