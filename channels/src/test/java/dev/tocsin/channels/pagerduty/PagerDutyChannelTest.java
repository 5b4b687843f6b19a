package dev.tocsin.channels.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.testkit.contract.ChannelContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagerDutyChannelTest implements ChannelContract {
  private static final String KEY = "R0UTINGKEY";
  private final RecordingServer server = new RecordingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Channel plugin() {
    return PagerDutyChannel.routingKey(Secret.of(() -> KEY))
        .source("chat")
        .endpoint(server.url("/v2/enqueue"))
        .http(Quick.loopback())
        .build();
  }

  @Override
  public List<String> delivered() {
    return server.bodies();
  }

  @Override
  public boolean carriesHeartbeats() {
    return false;
  }

  @Test
  void allThatIsSaidOfAnAlertIsOneIncident() throws Exception {
    JsonNode firing = sent(Alerts.firing());
    JsonNode worse = sent(Alerts.worse());
    JsonNode resolved = sent(Alerts.resolved());
    assertThat(firing.get("event_action").asText()).isEqualTo("trigger");
    assertThat(worse.get("event_action").asText()).isEqualTo("trigger");
    assertThat(resolved.get("event_action").asText()).isEqualTo("resolve");
    assertThat(List.of(worse, resolved))
        .allSatisfy(e -> assertThat(e.get("dedup_key")).isEqualTo(firing.get("dedup_key")));
    assertThat(firing.get("dedup_key").asText())
        .isEqualTo("latency_degradation{feature=search}/2026-10-03T10:16:00Z");
    assertThat(firing.get("routing_key").asText()).isEqualTo(KEY);
  }

  @Test
  void severitiesAreThoseOfPagerDuty() throws Exception {
    assertThat(severity(Alerts.saying("x", AlertReason.CONDITION))).isEqualTo("info");
    assertThat(severity(Alerts.firing())).isEqualTo("warning");
    assertThat(severity(Alerts.worse())).isEqualTo("critical");
  }

  @Test
  void longTextsAreCutAndLongKeysHashed() throws Exception {
    JsonNode event = sent(Alerts.saying("x".repeat(5_000), AlertReason.NO_DATA));
    assertThat(event.get("dedup_key").asText()).hasSize(64);
    assertThat(event.get("payload").get("summary").asText()).hasSize(1_024).endsWith("...");
    assertThat(event.get("payload").get("source").asText()).isEqualTo("chat");
    assertThat(PagerDutyEvent.key("rule\nline")).hasSize(64);
  }

  @Test
  void aKeyThatIsRefusedIsNotShown() {
    server.answers(400, Map.of(), "{\"errors\":[\"bad key " + KEY + "\"]}");
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .hasMessage("HTTP 400: {\"errors\":[\"bad key ***\"]}");
  }

  @Test
  void theAddressOfPagerDutyIsTheDefault() {
    Channel channel = PagerDutyChannel.routingKey(Secret.of(() -> KEY)).name("pager").build();
    assertThat(channel.name()).isEqualTo("pager");
    assertThatThrownBy(() -> PagerDutyChannel.routingKey(Secret.env("TOCSIN_NOT_THERE")).build())
        .isInstanceOf(IllegalStateException.class);
  }

  private String severity(Message message) throws Exception {
    return sent(message).get("payload").get("severity").asText();
  }

  private JsonNode sent(Message message) throws Exception {
    plugin().send(message);
    return new ObjectMapper().readTree(delivered().get(delivered().size() - 1));
  }
}
