package dev.tocsin.replay;

import dev.tocsin.api.Instants;
import dev.tocsin.api.spi.Message;
import dev.tocsin.core.Engine;
import dev.tocsin.journal.Input;
import dev.tocsin.route.MessageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands for all channels of a replay: what is said arrives at once, and goes nowhere. */
final class Inbox {
  private final List<Message.Notification> arrived = new ArrayList<>();

  void add(Message.Notification notification) {
    arrived.add(notification);
  }

  /** Tells an engine that all of it arrived. */
  void deliver(Engine engine) {
    for (int i = 0; i < arrived.size(); i++) {
      Message.Notification message = arrived.get(i);
      engine.apply(
          new Input.Delivered(
              MessageKeys.delivery(message.key()),
              true,
              Instants.toNanos(message.time()),
              Optional.empty()));
    }
    arrived.clear();
  }
}
