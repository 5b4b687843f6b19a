package dev.tocsin.live;

import dev.tocsin.api.spi.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message on its way through a channel. */
final class Parcel {
  private final Message message;
  private final @Nullable String delivery;
  private final Optional<String> earlier;

  /** Written by the channel's worker before it says how it ended. */
  private volatile Optional<String> receipt = Optional.empty();

  /**
   * @param delivery its id in the outbox; null for one that is tried once
   * @param earlier the receipt of the message before it
   */
  Parcel(Message message, @Nullable String delivery, Optional<String> earlier) {
    this.message = message;
    this.delivery = delivery;
    this.earlier = earlier;
  }

  Message message() {
    return message;
  }

  @Nullable String delivery() {
    return delivery;
  }

  Optional<String> earlier() {
    return earlier;
  }

  Optional<String> receipt() {
    return receipt;
  }

  void received(Optional<String> said) {
    receipt = said;
  }
}
