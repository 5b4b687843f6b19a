package dev.tocsin.channels.slack;

import static java.util.Objects.requireNonNull;

import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.secret.Secret;

/** Says as whom and where a bot posts; {@link SlackChannel#bot} begins one. */
public final class SlackBotBuilder {
  private static final String API = "https://slack.com/api/";

  final Secret token;
  final String channel;
  Secret url = Secret.of(() -> API);
  String name = "slack";
  boolean heartbeats;
  boolean replies = true;
  HttpOptions http = HttpOptions.standard();

  SlackBotBuilder(Secret token, String channel) {
    this.token = requireNonNull(token, "token");
    this.channel = requireNonNull(channel, "channelId");
  }

  /** The name that rules use; {@code slack} without. */
  public SlackBotBuilder name(String named) {
    this.name = requireNonNull(named, "name");
    return this;
  }

  /** Posts heartbeats too. */
  public SlackBotBuilder heartbeats() {
    this.heartbeats = true;
    return this;
  }

  /**
   * Changes messages in place and does nothing more. Slack notifies nobody of a change, so without
   * replies people hear only of the first message of a group.
   */
  public SlackBotBuilder withoutReplies() {
    this.replies = false;
    return this;
  }

  /** Another address of the API, with a slash at the end: {@code https://slack-gov.com/api/}. */
  public SlackBotBuilder endpoint(String api) {
    requireNonNull(api, "api");
    this.url = Secret.of(() -> api);
    return this;
  }

  /** How it talks to the server. */
  public SlackBotBuilder http(HttpOptions options) {
    this.http = requireNonNull(options, "options");
    return this;
  }

  /**
   * The channel.
   *
   * @throws IllegalArgumentException when the address is not allowed
   * @throws IllegalStateException when the token is not there
   */
  public SlackBotChannel build() {
    token.reveal();
    return new SlackBotChannel(this);
  }
}
