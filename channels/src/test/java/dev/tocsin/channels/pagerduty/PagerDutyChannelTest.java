package dev.tocsin.channels.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return builder().build();
  }

  private PagerDutyChannel.Builder builder() {
    return PagerDutyChannel.routingKey(Secret.of(() -> KEY))
        .source("chat")
        .endpoint(server.url("/v2/enqueue"))
        .http(Quick.loopback());
  }

  private List<String> actions() throws Exception {
    List<String> actions = new ArrayList<>();
    for (String body : delivered()) {
      actions.add(new ObjectMapper().readTree(body).get("event_action").asText());
    }
    return actions;
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
        .isEqualTo("latency_degradation{feature=\"search\"}/2026-10-03T10:16:00Z");
    assertThat(firing.get("routing_key").asText()).isEqualTo(KEY);
  }

  @Test
  void aGroupIsAnEventForEachAlert() throws Exception {
    plugin().send(Alerts.group());
    plugin().send(Alerts.groupAcknowledged());
    assertThat(actions())
        .containsExactly("trigger", "trigger", "resolve", "acknowledge", "acknowledge");
    assertThat(delivered().get(0))
        .contains("gpt-4o 62 % (31 % of traffic)", "trace of call c-81", "/trace/t-81");
    assertThat(delivered().get(3)).contains("by alice", "looking into it");
  }

  @Test
  void aGroupMayBeOneIncident() throws Exception {
    Channel channel = builder().oneIncidentForGroup().build();
    channel.send(Alerts.group());
    channel.send(Alerts.groupAcknowledged());
    channel.send(SampleMessages.group("over", 0, 2));
    assertThat(actions()).containsExactly("trigger", "acknowledge", "resolve");
    JsonNode event = new ObjectMapper().readTree(delivered().get(0));
    assertThat(event.get("dedup_key").asText())
        .isEqualTo("oncall/latency_degradation/2026-10-03T10:16:00Z");
    assertThat(event.get("payload").get("summary").asText())
        .isEqualTo("Firing: 2 alerts of latency_degradation (critical), 1 resolved");
    assertThat(event.get("payload").get("custom_details").get("Each").asText().lines()).hasSize(3);
  }

  @Test
  void aSummaryIsOneIncidentThatEndsWithTheGroup() throws Exception {
    Channel channel = plugin();
    Optional<String> told = channel.deliver(Alerts.group(Message.Cause.SUMMARY), Optional.empty());
    told = channel.deliver(Alerts.firing(), told);
    assertThat(channel.deliver(Alerts.resolved(), told)).isEmpty();
    assertThat(actions()).containsExactly("trigger", "trigger", "resolve", "resolve");
    assertThat(List.of(delivered().get(0), delivered().get(3)))
        .allMatch(body -> body.contains("\"oncall/latency_degradation/"));
  }

  @Test
  void whatWasTakenIsNotSentAgainWhenTheRestIs() throws Exception {
    Channel channel = plugin();
    server.answers(202).answers(500).answers(500).answers(500);
    assertThatThrownBy(() -> channel.send(Alerts.group())).isInstanceOf(IOException.class);
    channel.send(Alerts.group());
    assertThat(actions())
        .containsExactly("trigger", "trigger", "trigger", "trigger", "trigger", "resolve");
    assertThat(delivered()).filteredOn(body -> body.contains("feature=chat")).hasSize(1);
    channel.send(Alerts.group());
    assertThat(delivered()).filteredOn(body -> body.contains("feature=chat")).hasSize(2);
  }

  @Test
  void oneEventThatIsRefusedDoesNotKeepBackTheOthers() {
    server.answers(400);
    assertThatThrownBy(() -> plugin().send(Alerts.group())).isInstanceOf(PermanentFailure.class);
    assertThat(delivered()).hasSize(3);
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
