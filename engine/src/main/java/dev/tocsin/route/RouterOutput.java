package dev.tocsin.route;

import dev.tocsin.api.spi.Message;
import org.jspecify.annotations.Nullable;

/** Takes what a router wants to be sent, in order, on the router's thread. */
public interface RouterOutput {

  /**
   * A message for one channel. Its fate is to be told with {@link Router#delivered}.
   *
   * @param supersedes the key of an older message that need not be sent any more, as this one says
   *     all that it would have said; null for none
   */
  void notification(String channel, Message.Notification notification, @Nullable String supersedes);

  /** A message of which nothing may be kept: it is tried once. */
  default void lastWord(String channel, Message.Notification notification) {}
}
