package dev.tocsin.channels.webhook;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts each message to a URL in the form of Alertmanager's webhook, version 4, with all alerts of
 * a notification. The header {@code Idempotency-Key} is the message's key, so that a receiver can
 * drop repeats; with a signing key, {@code X-Tocsin-Signature} is {@code sha256=} and the
 * HMAC-SHA256 of the body. Heartbeats are an alert {@code tocsin_heartbeat} that always fires.
 * Blocks while it sends.
 */
public final class WebhookChannel implements Channel {
  private final String name;
  private final HttpPoster poster;
  private final Optional<Secret> signingKey;
  private final int maxAlerts;

  private WebhookChannel(Builder builder) {
    this.name = builder.name;
    this.signingKey = builder.signingKey;
    this.maxAlerts = builder.maxAlerts;
    this.poster =
        new HttpPoster(builder.url, builder.http, signingKey.stream().toArray(Secret[]::new));
  }

  /** To that URL. */
  public static Builder to(Secret url) {
    return new Builder(url);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    byte[] body = JsonText.bytes(AlertmanagerPayload.of(message, name, maxAlerts));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(IdempotencyKey.HEADER, IdempotencyKey.of(message.key()));
    signingKey.ifPresent(key -> headers.put(Signature.HEADER, Signature.of(body, key)));
    poster.post(body, headers);
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return poster.circuit();
  }

  /** Says how. */
  public static final class Builder {
    private final Secret url;
    private String name = "webhook";
    private HttpOptions http = HttpOptions.standard();
    private Optional<Secret> signingKey = Optional.empty();
    private int maxAlerts = Integer.MAX_VALUE;

    private Builder(Secret url) {
      this.url = requireNonNull(url, "url");
    }

    /** The name that rules use; {@code webhook} without. */
    public Builder name(String named) {
      this.name = requireNonNull(named, "name");
      return this;
    }

    /** Signs each body with this key. */
    public Builder signedWith(Secret key) {
      this.signingKey = Optional.of(key);
      return this;
    }

    /**
     * The most alerts of a message, 1 or more; all without. How many are left out is in {@code
     * truncatedAlerts}; those that fire come first.
     */
    public Builder maxAlerts(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("maxAlerts is 1 or more");
      }
      this.maxAlerts = most;
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
     * @throws IllegalStateException when a secret is not there
     */
    public WebhookChannel build() {
      signingKey.ifPresent(Secret::reveal);
      return new WebhookChannel(this);
    }
  }
}
