package dev.tocsin.route;

import java.util.Optional;

/** Names of messages among all that is to be delivered. */
public final class MessageKeys {
  private static final String PREFIX = "channel ";

  private MessageKeys() {}

  /** The id of the delivery of a message. */
  public static String delivery(String key) {
    return PREFIX + key;
  }

  /** The key of the message that a delivery is about; empty for an action. */
  public static Optional<String> of(String delivery) {
    return delivery.startsWith(PREFIX)
        ? Optional.of(delivery.substring(PREFIX.length()))
        : Optional.empty();
  }
}
