package dev.tocsin.channels.pagerduty;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.secret.Secret;
import java.util.Map;

/**
 * Triggers and resolves alerts through PagerDuty's Events API v2. The key under which PagerDuty
 * knows an alert is that of the alert, not of the message, so whatever is said about it, and
 * however often, is one incident; a new activation is a new one. Severities are {@code info},
 * {@code warning} and {@code critical}. Heartbeats are left out: PagerDuty has no place for them.
 * Blocks while it sends.
 */
public final class PagerDutyChannel implements Channel {
  private static final String EVENTS = "https://events.pagerduty.com/v2/enqueue";

  private final String name;
  private final Secret routingKey;
  private final String source;
  private final HttpPoster poster;

  private PagerDutyChannel(Builder builder) {
    this.name = builder.name;
    this.routingKey = builder.routingKey;
    this.source = builder.source;
    this.poster = new HttpPoster(builder.url, builder.http, routingKey);
  }

  /** The integration key of a service (Events API v2). */
  public static Builder routingKey(Secret key) {
    return new Builder(key);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    if (message instanceof Message.Notification alert) {
      poster.post(JsonText.bytes(PagerDutyEvent.of(alert, routingKey.reveal(), source)), Map.of());
    }
  }

  /** Says how. */
  public static final class Builder {
    private final Secret routingKey;
    private Secret url = Secret.of(() -> EVENTS);
    private String name = "pagerduty";
    private String source = "tocsin";
    private HttpOptions http = HttpOptions.standard();

    private Builder(Secret routingKey) {
      this.routingKey = requireNonNull(routingKey, "routingKey");
    }

    /** The name that rules use; {@code pagerduty} without. */
    public Builder name(String named) {
      this.name = requireNonNull(named, "name");
      return this;
    }

    /** What the alert is about, for example the service's name; {@code tocsin} without. */
    public Builder source(String about) {
      this.source = requireNonNull(about, "source");
      return this;
    }

    /** Another address, for example {@code https://events.eu.pagerduty.com/v2/enqueue}. */
    public Builder endpoint(String enqueue) {
      requireNonNull(enqueue, "enqueue");
      this.url = Secret.of(() -> enqueue);
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
     * @throws IllegalArgumentException when the address is not allowed
     * @throws IllegalStateException when the key is not there
     */
    public PagerDutyChannel build() {
      routingKey.reveal();
      return new PagerDutyChannel(this);
    }
  }
}
