package dev.tocsin.replay;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;

/**
 * Sees what happens during a replay, in order, on the replaying thread. An exception ends the
 * replay.
 */
public interface ReplayListener {

  /** A listener that does nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /**
   * An event of the trace is about to go to the engine, which may still find that it is late or a
   * repeat.
   */
  default void arrives(Event event) {}

  /**
   * A call was taken: it is neither late nor a repeat.
   *
   * @param costNanoDollars as recorded or by the price list, or {@link Event#UNKNOWN}
   */
  default void accepted(Call call, long costNanoDollars) {}

  /** An alert changed its state. */
  default void transition(Transition transition) {}

  /** A message would have been sent; the channel counts as having taken it. */
  default void notification(String channel, Message.Notification notification) {}

  /** A line of the trace could not be used and was skipped. */
  default void badLine(BadLine line) {}

  /** Called now and then (every few thousand lines) and once at the end. */
  default void progress(ReplayProgress progress) {}
}
