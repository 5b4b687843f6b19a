package dev.tocsin.channels.discord;

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
 * Posts embeds to Discord through a webhook, with a colour by severity. Whatever rules and calls
 * say, nobody is mentioned. Discord knows no keys of messages: what is repeated after a lost answer
 * is seen twice. Heartbeats are left out unless asked for. Blocks while it sends.
 */
public final class DiscordChannel implements Channel {
  private final String name;
  private final boolean heartbeats;
  private final HttpPoster poster;

  private DiscordChannel(Builder builder) {
    this.name = builder.name;
    this.heartbeats = builder.heartbeats;
    this.poster = new HttpPoster(builder.url, builder.http);
  }

  /** The URL that Discord shows for a webhook of a channel; who knows it can post. */
  public static Builder webhook(Secret url) {
    return new Builder(url);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    if (message instanceof Message.Notification alerts) {
      poster.post(JsonText.bytes(DiscordEmbed.notification(alerts)), Map.of());
    } else if (heartbeats) {
      poster.post(JsonText.bytes(DiscordEmbed.heartbeat((Message.Heartbeat) message)), Map.of());
    }
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return poster.circuit();
  }

  /** Says how. */
  public static final class Builder {
    private final Secret url;
    private String name = "discord";
    private boolean heartbeats;
    private HttpOptions http = HttpOptions.standard();

    private Builder(Secret url) {
      this.url = requireNonNull(url, "url");
    }

    /** The name that rules use; {@code discord} without. */
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
    public DiscordChannel build() {
      return new DiscordChannel(this);
    }
  }
}
