package dev.tocsin.channels.slack;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts to Slack as a bot. A group of alerts is one message, which is changed in place as alerts
 * come, are acknowledged and go. Slack notifies nobody of a change, so what begins to fire or gets
 * worse, what is repeated and what is escalated is also a reply in the message's thread that is
 * shown in the channel. A message that is gone or can not be changed any more is posted anew.
 * Heartbeats are left out unless asked for. Blocks while it sends. {@link SlackChannel#bot} makes
 * one.
 */
public final class SlackBotChannel implements Channel {
  private final String name;
  private final String channel;
  private final boolean heartbeats;
  private final boolean replies;
  private final SlackApi api;

  SlackBotChannel(SlackBotBuilder builder) {
    this.name = builder.name;
    this.channel = builder.channel;
    this.heartbeats = builder.heartbeats;
    this.replies = builder.replies;
    this.api = new SlackApi(builder.url, builder.token, builder.http);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    deliver(message, Optional.empty());
  }

  /** The id of the message in Slack, and what it has told: {@code channel:ts:...}. */
  @Override
  public Optional<String> deliver(Message message, Optional<String> earlier) throws Exception {
    if (message instanceof Message.Notification alerts) {
      return Optional.of(deliver(alerts, earlier.flatMap(PostedMessage::read)).written());
    }
    if (heartbeats) {
      post(SlackPayload.heartbeat((Message.Heartbeat) message));
    }
    return Optional.empty();
  }

  @Override
  public boolean tellsAcknowledgements() {
    return true;
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return api.circuit();
  }

  private PostedMessage deliver(Message.Notification alerts, Optional<PostedMessage> earlier)
      throws Exception {
    Map<String, Object> payload = SlackPayload.notification(alerts);
    if (earlier.isEmpty()) {
      return PostedMessage.of(post(payload), alerts);
    }
    PostedMessage posted = earlier.get();
    try {
      api.call(
          "chat.update",
          with(payload, object("channel", posted.channel(), "ts", posted.timestamp())));
    } catch (MessageIsGone e) {
      return PostedMessage.of(post(payload), alerts);
    }
    Optional<Message.Notification> news = replies ? posted.news(alerts) : Optional.empty();
    if (news.isPresent()) {
      Map<String, Object> thread =
          object(
              "channel",
              posted.channel(),
              "thread_ts",
              posted.timestamp(),
              "reply_broadcast",
              true);
      api.call("chat.postMessage", with(SlackPayload.reply(news.get()), thread));
    }
    return posted.telling(alerts);
  }

  private SlackApi.Posted post(Map<String, Object> payload) throws Exception {
    return api.call("chat.postMessage", with(payload, object("channel", channel)));
  }

  private static Map<String, Object> with(Map<String, Object> payload, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.putAll(payload);
    return all;
  }
}
