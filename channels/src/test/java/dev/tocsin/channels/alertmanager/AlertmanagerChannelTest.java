package dev.tocsin.channels.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlertmanagerChannelTest implements ChannelContract {
  private final RecordingServer server = new RecordingServer();
  private final RecordingServer other = new RecordingServer();

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  @Override
  public Channel plugin() {
    return AlertmanagerChannel.to(url(server)).http(Quick.loopback()).build();
  }

  @Override
  public List<String> delivered() {
    return server.bodies();
  }

  @Test
  void whatFiresHasAnEndAheadAndWhatIsOverOneBehind() throws Exception {
    JsonNode firing = sent(Alerts.firing());
    assertThat(server.requests().get(0).path()).isEqualTo("/am/api/v2/alerts");
    assertThat(firing).hasSize(1);
    assertThat(firing.get(0).get("labels").get("alertname").asText())
        .isEqualTo("latency_degradation");
    assertThat(firing.get(0).get("startsAt").asText()).isEqualTo("2026-10-03T10:16:00Z");
    assertThat(firing.get(0).get("endsAt").asText()).isEqualTo("2026-10-03T19:16:00Z");
    JsonNode resolved = sent(Alerts.resolved());
    assertThat(resolved.findValuesAsText("endsAt")).containsOnly("2026-10-03T10:28:30Z");
  }

  @Test
  void aChangeOfSeverityEndsTheAlertThatWasThere() throws Exception {
    JsonNode worse = sent(Alerts.worse());
    assertThat(worse.findValuesAsText("severity")).containsExactly("critical", "info", "warning");
    assertThat(worse.findValuesAsText("endsAt"))
        .containsExactly("2026-10-03T19:21:00Z", "2026-10-03T10:21:00Z", "2026-10-03T10:21:00Z");
  }

  @Test
  void namesOfLabelsAreTakenByAllVersions() throws Exception {
    JsonNode alert = sent(Alerts.saying("1 attr.tier", AlertReason.CONDITION)).get(0);
    assertThat(alert.get("labels").get("_1_attr_tier").asText()).isEqualTo("1 attr.tier");
  }

  @Test
  void aHeartbeatHasNoEndSoThatItIsMissed() throws Exception {
    JsonNode heartbeat = sent(SampleMessages.heartbeat()).get(0);
    assertThat(heartbeat.get("labels").get("alertname").asText()).isEqualTo("tocsin_heartbeat");
    assertThat(heartbeat.has("endsAt")).isFalse();
  }

  @Test
  void allMembersAreToldAndOneIsEnough() throws Exception {
    server.usually(503, "");
    Channel both = both();
    both.send(Alerts.firing());
    assertThat(other.bodies()).hasSize(1);
    assertThat(server.bodies()).hasSize(3);
    assertThat(server.bodies().get(0)).isEqualTo(other.bodies().get(0));
    both.close();
  }

  @Test
  void aMessageThatNobodyTakesIsAFailure() {
    Channel both = both();
    server.usually(400, "");
    other.usually(503, "");
    assertThatThrownBy(() -> both.send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
    other.usually(400, "bad");
    assertThatThrownBy(() -> both.send(Alerts.firing()))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("HTTP 400");
    both.close();
  }

  @Test
  void itSendsAsLongAsOneMemberMayBeAsked() {
    server.usually(503, "");
    Channel channel =
        AlertmanagerChannel.to(url(server), url(other))
            .name("am")
            .timeToLive(Duration.ofHours(1))
            .http(Quick.loopback().retries(Quick.retries(1, Duration.ofHours(1))))
            .build();
    other.usually(503, "");
    assertThatThrownBy(() -> channel.send(Alerts.firing()));
    assertThat(channel.circuit()).isEqualTo(ChannelHealth.Circuit.OPEN);
    channel.close();
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> AlertmanagerChannel.to().build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AlertmanagerChannel.to(url(server)).timeToLive(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Channel both() {
    return AlertmanagerChannel.to(url(server), url(other)).http(Quick.loopback()).build();
  }

  private JsonNode sent(Message message) throws Exception {
    Channel channel = plugin();
    channel.send(message);
    channel.close();
    return new ObjectMapper().readTree(delivered().get(delivered().size() - 1));
  }

  private static Secret url(RecordingServer server) {
    return Secret.of(() -> server.url("/am"));
  }
}
