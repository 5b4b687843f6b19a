package dev.tocsin.channels.pagerduty;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.incident.Incident;
import dev.tocsin.channels.incident.Incidents;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.retry.PartByPart;
import dev.tocsin.channels.secret.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers, acknowledges and resolves alerts through PagerDuty's Events API v2, an event for each
 * alert of a notification, or one for a summary. The key under which PagerDuty knows an alert is
 * that of the alert, not of the message, so whatever is said about it, and however often, is one
 * incident; a new activation is a new one. Where the connection breaks between two events, the next
 * attempt goes on there. Severities are {@code info}, {@code warning} and {@code critical}.
 * Heartbeats are left out: PagerDuty has no place for them. Blocks while it sends.
 */
public final class PagerDutyChannel implements Channel {
  private static final String EVENTS = "https://events.pagerduty.com/v2/enqueue";

  private final String name;
  private final Secret routingKey;
  private final String source;
  private final boolean grouped;
  private final HttpPoster poster;
  private final PartByPart parts = new PartByPart();

  private PagerDutyChannel(Builder builder) {
    this.name = builder.name;
    this.routingKey = builder.routingKey;
    this.source = builder.source;
    this.grouped = builder.grouped;
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
    deliver(message, Optional.empty());
  }

  @Override
  public Optional<String> deliver(Message message, Optional<String> earlier) throws Exception {
    if (!(message instanceof Message.Notification alerts)) {
      return Optional.empty();
    }
    Incidents incidents = Incidents.of(alerts, grouped, earlier);
    Map<String, PartByPart.Part> events = new LinkedHashMap<>();
    incidents.each().forEach(incident -> events.put(incident.key(), () -> post(incident)));
    parts.send(message.key(), events);
    return incidents.remembered();
  }

  @Override
  public boolean tellsAcknowledgements() {
    return true;
  }

  @Override
  public ChannelHealth.Circuit circuit() {
    return poster.circuit();
  }

  private void post(Incident incident) throws IOException, PermanentFailure, InterruptedException {
    poster.post(JsonText.bytes(PagerDutyEvent.of(incident, routingKey.reveal(), source)), Map.of());
  }

  /** Says how. */
  public static final class Builder {
    private final Secret routingKey;
    private Secret url = Secret.of(() -> EVENTS);
    private String name = "pagerduty";
    private String source = "tocsin";
    private boolean grouped;
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

    /**
     * Makes one incident of a group of alerts, and not one of each: it is acknowledged when all
     * that fire are, and resolved with the last of them.
     */
    public Builder oneIncidentForGroup() {
      this.grouped = true;
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
