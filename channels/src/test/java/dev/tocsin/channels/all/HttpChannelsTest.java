package dev.tocsin.channels.all;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.channels.alertmanager.AlertmanagerChannel;
import dev.tocsin.channels.discord.DiscordChannel;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.opsgenie.OpsgenieChannel;
import dev.tocsin.channels.pagerduty.PagerDutyChannel;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.channels.server.SocketServer;
import dev.tocsin.channels.slack.SlackChannel;
import dev.tocsin.channels.teams.TeamsChannel;
import dev.tocsin.channels.webhook.WebhookChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every channel over HTTP, whatever the server does. */
@Timeout(60)
class HttpChannelsTest {
  private static final String TOKEN = "hunter2hunter2";
  private static final Secret SECRET = Secret.of(() -> TOKEN);
  private static final HttpOptions HASTY =
      Quick.loopback().timeouts(Duration.ofSeconds(5), Duration.ofMillis(150));

  enum Kind {
    ALERTMANAGER,
    DISCORD,
    OPSGENIE,
    PAGERDUTY,
    SLACK,
    SLACK_BOT,
    TEAMS,
    WEBHOOK;

    Channel to(String url, HttpOptions http) {
      Secret address = Secret.of(() -> url);
      return switch (this) {
        case ALERTMANAGER -> AlertmanagerChannel.to(address).http(http).build();
        case DISCORD -> DiscordChannel.webhook(address).http(http).build();
        case OPSGENIE -> OpsgenieChannel.apiKey(SECRET).endpoint(url).http(http).build();
        case PAGERDUTY -> PagerDutyChannel.routingKey(SECRET).endpoint(url).http(http).build();
        case SLACK -> SlackChannel.incomingWebhook(address).http(http).build();
        case SLACK_BOT -> SlackChannel.bot(SECRET, "C1").endpoint(url + "/").http(http).build();
        case TEAMS -> TeamsChannel.workflow(address).http(http).build();
        case WEBHOOK -> WebhookChannel.to(address).signedWith(SECRET).http(http).build();
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneThatStallsIsLeft(Kind kind) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (SocketServer server = new SocketServer(connection -> never.await());
        Channel channel = kind.to("http://127.0.0.1:" + server.port() + "/" + TOKEN, HASTY)) {
      assertThatThrownBy(() -> channel.send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneThatClosesHalfWayIsTriedAgain(Kind kind) throws Exception {
    try (SocketServer server =
            new SocketServer(
                connection -> {
                  connection.getInputStream().read(new byte[64]);
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nh".getBytes(US_ASCII));
                });
        Channel channel =
            kind.to("http://127.0.0.1:" + server.port() + "/" + TOKEN, Quick.loopback())) {
      assertThatThrownBy(() -> channel.send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
      assertThat(server.connections()).isGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theCircuitOpensAfterFailuresAndNoSecretIsShown(Kind kind) throws Exception {
    HttpOptions http = Quick.loopback().retries(Quick.retries(2, Duration.ofHours(1)));
    try (RecordingServer server = new RecordingServer().usually(503, "no " + TOKEN);
        Channel channel = kind.to(server.url("/" + TOKEN), http)) {
      assertThatThrownBy(() -> channel.send(Alerts.firing()))
          .hasMessageNotContaining(TOKEN)
          .isInstanceOf(TemporaryFailure.class);
      assertThat(channel.circuit()).isEqualTo(ChannelHealth.Circuit.OPEN);
      assertThat(channel.toString()).doesNotContain(TOKEN);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aRefusalIsNotRepeatedAndShowsNoSecret(Kind kind) throws Exception {
    try (RecordingServer server = new RecordingServer();
        Channel channel = kind.to(server.url("/" + TOKEN), Quick.loopback())) {
      server.answers(404, Map.of(), "no " + TOKEN);
      assertThatThrownBy(() -> channel.send(Alerts.firing())).hasMessage("HTTP 404: no ***");
      assertThat(server.requests()).hasSize(1);
      assertThat(channel.circuit()).isEqualTo(ChannelHealth.Circuit.CLOSED);
    }
  }
}
