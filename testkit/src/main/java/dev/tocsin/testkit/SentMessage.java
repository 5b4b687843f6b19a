package dev.tocsin.testkit;

import dev.tocsin.api.spi.Message;
import java.time.Instant;

/**
 * A message that a channel would have been given.
 *
 * @param channel its name
 * @param message what it says
 */
public record SentMessage(String channel, Message.Notification message) {

  /** When. */
  public Instant time() {
    return message.time();
  }

  /** Whether one of its alerts is of a rule and fires. */
  public boolean tellsFiring(String rule) {
    return message.alerts().stream()
        .anyMatch(alert -> alert.isFiring() && alert.transition().rule().equals(rule));
  }
}
