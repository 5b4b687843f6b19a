package dev.tocsin.channels.alertmanager;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.secret.Secret;
import java.time.Duration;
import java.util.List;

/**
 * Pushes alerts into an Alertmanager that is there already ({@code POST /api/v2/alerts}), which
 * groups, silences and sends them on by its own rules; a route of its own with short times is then
 * best on this side. All members of a cluster are told, as Prometheus does; one that takes the
 * alerts is enough.
 *
 * <p>Alertmanager takes an alert for resolved when its end has passed. One that fires is given an
 * end, 9 hours ahead unless told otherwise, and a new one with each repeat; so it must be longer
 * than the route's {@code repeat_interval} (4 hours unless said), and the default lets one repeat
 * get lost. It is also how long an alert stays there when this process ends for good. Heartbeats
 * are an alert {@code tocsin_heartbeat} without an end, so that it is resolved after Alertmanager's
 * own {@code resolve_timeout} when no more come.
 *
 * <p>Labels name an alert there. A change of severity is therefore another alert, and the one
 * before is ended with it. Names of labels are written with letters, digits and underscores alone.
 * Blocks while it sends, with a thread for each address.
 */
public final class AlertmanagerChannel implements Channel {
  private final String name;
  private final Duration timeToLive;
  private final Cluster cluster;

  private AlertmanagerChannel(Builder builder) {
    this.name = builder.name;
    this.timeToLive = builder.timeToLive;
    this.cluster = new Cluster(builder.urls, builder.http, builder.name);
  }

  /**
   * To all members of a cluster, or to one Alertmanager.
   *
   * @param urls up to before {@code /api/v2}, for example {@code https://alertmanager.example.org}
   */
  public static Builder to(Secret... urls) {
    return new Builder(List.of(urls));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws Exception {
    cluster.post(JsonText.bytes(new PostableAlerts(cluster.now(), timeToLive).of(message)));
  }

  /** Closed as long as one member may be asked. */
  @Override
  public ChannelHealth.Circuit circuit() {
    return cluster.circuit();
  }

  @Override
  public void close() {
    cluster.close();
  }

  /** Says how. */
  public static final class Builder {
    private static final Duration LIVES = Duration.ofHours(9);

    private final List<Secret> urls;
    private String name = "alertmanager";
    private Duration timeToLive = LIVES;
    private HttpOptions http = HttpOptions.standard();

    private Builder(List<Secret> urls) {
      this.urls = urls;
    }

    /** The name that rules use; {@code alertmanager} without. */
    public Builder name(String named) {
      this.name = requireNonNull(named, "name");
      return this;
    }

    /** How long an alert fires there when nothing more is heard of it; 9 hours without. */
    public Builder timeToLive(Duration lives) {
      if (lives.isZero() || lives.isNegative()) {
        throw new IllegalArgumentException("an alert lives longer than 0");
      }
      this.timeToLive = lives;
      return this;
    }

    /** How it talks to the servers. */
    public Builder http(HttpOptions options) {
      this.http = requireNonNull(options, "options");
      return this;
    }

    /**
     * The channel.
     *
     * @throws IllegalArgumentException when there is no URL, or one is not allowed
     * @throws IllegalStateException when a secret is not there
     */
    public AlertmanagerChannel build() {
      if (urls.isEmpty()) {
        throw new IllegalArgumentException("an Alertmanager has at least one URL");
      }
      return new AlertmanagerChannel(this);
    }
  }
}
