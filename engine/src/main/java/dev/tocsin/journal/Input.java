package dev.tocsin.journal;

import dev.tocsin.api.Event;

/** One input of the engine. */
public sealed interface Input {

  /** An event was accepted. */
  record Arrival(Event event) implements Input {}

  /**
   * Time has come to a tick.
   *
   * @param nanos since the epoch, a multiple of the tick's length
   */
  record Tick(long nanos) implements Input {}
}
