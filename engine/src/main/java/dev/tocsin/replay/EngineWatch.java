package dev.tocsin.replay;

import dev.tocsin.core.Engine;

/** Looks at an engine while it replays. */
interface EngineWatch {

  /** Looks at nothing. */
  EngineWatch NONE = new EngineWatch() {};

  /** A tick has run. */
  default void ticked(Engine engine) {}

  /** The time at which the replay stops has come. */
  default void ended(Engine engine) {}
}
