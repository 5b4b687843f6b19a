package dev.tocsin.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;

/**
 * Sees what happens during a replay, in order, on the replaying thread. An exception ends the
 * replay.
 */
public interface ReplayListener {

  /** A listener that does nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /** An alert changed its state. */
  default void transition(Transition transition) {}

  /** A message would have been sent; the channel counts as having taken it. */
  default void notification(String channel, Message.Notification notification) {}

  /** A line of the trace could not be used and was skipped. */
  default void badLine(BadLine line) {}

  /** Called now and then (every few thousand lines) and once at the end. */
  default void progress(ReplayProgress progress) {}
}
