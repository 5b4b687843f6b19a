package dev.tocsin.channels.slack;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.secret.Secret;
import java.util.Map;

/**
 * Posts to Slack through an incoming webhook, with a colour by severity and green for what has
 * stopped firing. What was posted so can not be changed; a {@linkplain #bot bot} can. Slack knows
 * no keys of messages: what is repeated after a lost answer is seen twice. Heartbeats are left out
 * unless asked for. Blocks while it sends.
 *
 * <pre>{@code
 * SlackChannel.incomingWebhook(Secret.env("SLACK_WEBHOOK_URL")).build()
 * SlackChannel.bot(Secret.env("SLACK_BOT_TOKEN"), "C0123456789").build()
 * }</pre>
 */
public final class SlackChannel implements Channel {
  private final String name;
  private final boolean heartbeats;
  private final HttpPoster poster;

  private SlackChannel(Builder builder) {
    this.name = builder.name;
    this.heartbeats = builder.heartbeats;
    this.poster = new HttpPoster(builder.url, builder.http);
  }

  /** The URL that Slack shows for an incoming webhook; who knows it can post. */
  public static Builder incomingWebhook(Secret url) {
    return new Builder(url);
  }

  /**
   * A bot, which changes its messages in place.
   *
   * @param token of the bot, {@code xoxb-...}, with the scope {@code chat:write}
   * @param channelId the id of a conversation the bot is in, {@code C0123456789}, not its name
   */
  public static SlackBotBuilder bot(Secret token, String channelId) {
    return new SlackBotBuilder(token, channelId);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    if (message instanceof Message.Notification alerts) {
      poster.post(JsonText.bytes(SlackPayload.notification(alerts)), Map.of());
    } else if (heartbeats) {
      poster.post(JsonText.bytes(SlackPayload.heartbeat((Message.Heartbeat) message)), Map.of());
    }
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return poster.circuit();
  }

  /** Says how. */
  public static final class Builder {
    private final Secret url;
    private String name = "slack";
    private boolean heartbeats;
    private HttpOptions http = HttpOptions.standard();

    private Builder(Secret url) {
      this.url = requireNonNull(url, "url");
    }

    /** The name that rules use; {@code slack} without. */
    public Builder name(String named) {
      this.name = requireNonNull(named, "name");
      return this;
    }

    /** Posts heartbeats too. */
    public Builder heartbeats() {
      this.heartbeats = true;
      return this;
    }

    /** How it talks to the server. */
    public Builder http(HttpOptions options) {
      this.http = requireNonNull(options, "options");
      return this;
    }

    /**
     * The channel.
     *
     * @throws IllegalArgumentException when the URL is not allowed
     * @throws IllegalStateException when it is not there
     */
    public SlackChannel build() {
      return new SlackChannel(this);
    }
  }
}
