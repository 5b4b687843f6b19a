package dev.tocsin.core;

import dev.tocsin.api.Transition;
import dev.tocsin.event.PricedCall;

/** Takes what comes out of an engine, in order, on the engine's thread. */
@FunctionalInterface
public interface EngineOutput {

  /** An alert changed its state. */
  void transition(Transition transition);

  /** A call was taken: it is neither late nor a repeat. */
  default void accepted(PricedCall call) {}
}
