package dev.tocsin.channels.opsgenie;

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
 * Creates, acknowledges and closes alerts through Opsgenie's Alert API v2, for each alert of a
 * notification, or once for a summary. The alias under which Opsgenie knows an alert is that of the
 * alert, not of the message, so whatever is said about it, and however often, is one alert there.
 * Critical is P1, warning P3, info P5. Where the connection breaks between two alerts, the next
 * attempt goes on there. Opsgenie answers before it has looked closely (202), so what it finds
 * wrong later is seen in its own logs alone. Heartbeats are left out. Blocks while it sends.
 */
public final class OpsgenieChannel implements Channel {
  private final String name;
  private final Secret key;
  private final String source;
  private final boolean grouped;
  private final HttpPoster poster;
  private final PartByPart parts = new PartByPart();

  private OpsgenieChannel(Builder builder) {
    this.name = builder.name;
    this.key = builder.key;
    this.source = builder.source;
    this.grouped = builder.grouped;
    this.poster = new HttpPoster(builder.url, builder.http, key);
  }

  /** The key of an API integration. */
  public static Builder apiKey(Secret key) {
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
    Map<String, PartByPart.Part> requests = new LinkedHashMap<>();
    for (Incident incident : incidents.each()) {
      for (OpsgenieRequest request : OpsgenieRequest.of(incident, source)) {
        requests.put(incident.key() + " " + request.path(), () -> send(request));
      }
    }
    parts.send(message.key(), requests);
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

  private void send(OpsgenieRequest request)
      throws IOException, PermanentFailure, InterruptedException {
    poster.send(
        request.method(),
        request.path(),
        JsonText.bytes(request.body()),
        Map.of("Authorization", "GenieKey " + key.reveal()),
        answer -> answer);
  }

  /** Says how. */
  public static final class Builder {
    private static final String WORLD = "https://api.opsgenie.com";
    private static final String EUROPE = "https://api.eu.opsgenie.com";

    private final Secret key;
    private Secret url = Secret.of(() -> WORLD);
    private String name = "opsgenie";
    private String source = "tocsin";
    private boolean grouped;
    private HttpOptions http = HttpOptions.standard();

    private Builder(Secret key) {
      this.key = requireNonNull(key, "key");
    }

    /** The name that rules use; {@code opsgenie} without. */
    public Builder name(String named) {
      this.name = requireNonNull(named, "name");
      return this;
    }

    /** What the alerts are about, for example the service's name; {@code tocsin} without. */
    public Builder source(String about) {
      this.source = requireNonNull(about, "source");
      return this;
    }

    /**
     * Makes one alert there of a group of alerts, and not one of each: it is acknowledged when all
     * that fire are, and closed with the last of them.
     */
    public Builder oneAlertForGroup() {
      this.grouped = true;
      return this;
    }

    /** An account in the region EU. */
    public Builder europe() {
      return endpoint(EUROPE);
    }

    /** Another address, up to before {@code /v2}. */
    public Builder endpoint(String api) {
      requireNonNull(api, "api");
      this.url = Secret.of(() -> api);
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
    public OpsgenieChannel build() {
      key.reveal();
      return new OpsgenieChannel(this);
    }
  }
}
