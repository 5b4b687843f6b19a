package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.route.RouterOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what comes out of an engine, in order, on the engine's thread. */
@FunctionalInterface
public interface EngineOutput extends RouterOutput {

  /** An alert changed its state. */
  void transition(Transition transition);

  @Override
  default void notification(
      String channel, Message.Notification notification, @Nullable String supersedes) {}

  /**
   * Those of some names of channels that lead anywhere; where several lead to one channel, the
   * first of them, so that it does not hear twice.
   */
  default List<String> reachable(List<String> channels) {
    return channels;
  }

  /**
   * A call was taken: it is neither late nor a repeat. One that comes before its tick's turn is
   * taken at that tick.
   *
   * @param call as it came, with its texts
   * @param costNanoDollars as recorded or by the price list, or {@link
   *     dev.tocsin.api.Event#UNKNOWN}
   */
  default void accepted(Call call, long costNanoDollars) {}
}
