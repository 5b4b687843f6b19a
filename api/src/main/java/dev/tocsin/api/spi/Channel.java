package dev.tocsin.api.spi;

import dev.tocsin.api.ChannelHealth;
import java.util.Optional;

/**
 * Carries messages to people or systems. The engine calls {@link #deliver} from one worker thread
 * that belongs to this channel alone, so it may block, at most 30 seconds, after which the thread
 * is interrupted and the message counts as failed.
 */
public interface Channel extends Plugin, AutoCloseable {

  /**
   * Delivers one message. The same message may come twice; its key tells.
   *
   * @throws PermanentFailure when trying again is in vain; the engine gives the message up at once
   * @throws Exception when it could not be delivered; counted as a failure, and the engine tries
   *     again later, for a day
   */
  void send(Message message) throws Exception;

  /**
   * Delivers one message, where it can in place of the one before it. Only channels whose messages
   * can be changed afterwards need to override it.
   *
   * @param earlier what this method returned for the last message of the same {@link
   *     Message.Notification#thread}; empty for the first one
   * @return what is needed to change the message, such as its id; kept by the engine, also through
   *     a restart, as long as the thread lives
   * @throws Exception as {@link #send}
   */
  default Optional<String> deliver(Message message, Optional<String> earlier) throws Exception {
    send(message);
    return Optional.empty();
  }

  /**
   * Whether it can say that somebody takes care of an alert; without, notifications whose cause is
   * {@link Message.Cause#ACKNOWLEDGED} are left out.
   */
  default boolean tellsAcknowledgements() {
    return false;
  }

  /** Whether it sends at all; does not block. */
  default ChannelHealth.Circuit circuit() {
    return ChannelHealth.Circuit.CLOSED;
  }

  /** Called once, after the last message. */
  @Override
  default void close() {}

  /** A channel that drops everything. */
  static Channel noop(String name) {
    return new Channel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void send(Message message) {}
    };
  }
}
