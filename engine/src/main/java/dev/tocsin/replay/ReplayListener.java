package dev.tocsin.replay;

import dev.tocsin.api.Transition;

/**
 * Sees what happens during a replay, in order, on the replaying thread. An exception ends the
 * replay.
 */
public interface ReplayListener {

  /** A listener that does nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /** An alert changed its state. */
  default void transition(Transition transition) {}

  /** A line of the trace could not be used and was skipped. */
  default void badLine(BadLine line) {}

  /** Called now and then (every few thousand lines) and once at the end. */
  default void progress(ReplayProgress progress) {}
}
