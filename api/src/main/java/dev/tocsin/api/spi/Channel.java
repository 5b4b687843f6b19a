package dev.tocsin.api.spi;

/**
 * Carries messages to people or systems. The engine calls {@link #send} from one worker thread that
 * belongs to this channel alone, so it may block, at most 30 seconds, after which the thread is
 * interrupted and the message counts as failed.
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
