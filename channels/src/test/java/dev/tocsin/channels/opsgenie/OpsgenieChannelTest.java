package dev.tocsin.channels.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.testkit.contract.ChannelContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpsgenieChannelTest implements ChannelContract {
  private static final String KEY = "eb243592-faa2";
  private static final String ALIAS =
      "latency_degradation%7Bfeature%3D%22search%22%7D%2F2026-10-03T10%3A16%3A00Z";

  private final RecordingServer server =
      new RecordingServer().usually(202, "{\"result\":\"Request will be processed\"}");

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Channel plugin() {
    return builder().build();
  }

  private OpsgenieChannel.Builder builder() {
    return OpsgenieChannel.apiKey(Secret.of(() -> KEY))
        .source("chat")
        .endpoint(server.url(""))
        .http(Quick.loopback());
  }

  /** A close says the alias in its path alone. */
  @Override
  public List<String> delivered() {
    return server.requests().stream().map(request -> request.path() + request.body()).toList();
  }

  @Override
  public boolean carriesHeartbeats() {
    return false;
  }

  @Test
  void anAlertIsCreatedAcknowledgedAndClosedUnderOneAlias() throws Exception {
    JsonNode created = sent(Alerts.firing());
    assertThat(created.get("alias").asText())
        .isEqualTo("latency_degradation{feature=\"search\"}/2026-10-03T10:16:00Z");
    assertThat(created.get("message").asText())
        .isEqualTo("Firing: latency_degradation (feature=search)");
    assertThat(created.get("priority").asText()).isEqualTo("P3");
    assertThat(created.get("details").get("Group").asText()).isEqualTo("feature=search");
    assertThat(created.get("description").asText())
        .contains("p95_latency is 2.51 s, threshold > 2 s", "Runbook: https://wiki");
    JsonNode taken = sent(Alerts.acknowledged());
    assertThat(taken.get("user").asText()).isEqualTo("alice");
    assertThat(taken.get("note").asText()).isEqualTo("looking into it");
    sent(Alerts.resolved());
    assertThat(requests())
        .containsExactly(
            "POST /v2/alerts",
            "POST /v2/alerts/" + ALIAS + "/acknowledge?identifierType=alias",
            "POST /v2/alerts/" + ALIAS + "/close?identifierType=alias");
    assertThat(server.requests().get(0).header("Authorization")).isEqualTo("GenieKey " + KEY);
  }

  @Test
  void whatGotWorseHasItsPriorityChanged() throws Exception {
    JsonNode priority = sent(Alerts.worse());
    assertThat(requests())
        .containsExactly(
            "POST /v2/alerts", "PUT /v2/alerts/" + ALIAS + "/priority?identifierType=alias");
    assertThat(priority.toString()).isEqualTo("{\"priority\":\"P1\"}");
  }

  @Test
  void aGroupIsARequestForEach() throws Exception {
    plugin().send(Alerts.group());
    assertThat(requests())
        .extracting(request -> request.replaceAll(".*/", ""))
        .containsExactly(
            "alerts", "priority?identifierType=alias", "alerts", "close?identifierType=alias");
  }

  @Test
  void aGroupMayBeOneAlert() throws Exception {
    Channel channel = builder().oneAlertForGroup().build();
    channel.send(Alerts.group());
    channel.send(Alerts.groupAcknowledged());
    assertThat(requests())
        .extracting(request -> request.replaceAll(".*/", ""))
        .containsExactly(
            "alerts", "priority?identifierType=alias", "acknowledge?identifierType=alias");
    assertThat(server.bodies().get(0)).contains("\"alias\":\"oncall/latency_degradation/");
    assertThat(server.bodies().get(2)).contains("\"user\":\"alice\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "\ud83d\udea8", "\u0000\n"})
  void textsOfAnyLengthFit(String part) throws Exception {
    JsonNode created = sent(Alerts.saying(part.repeat(20_000), AlertReason.CONDITION));
    assertThat(created.get("priority").asText()).isEqualTo("P5");
    assertThat(created.get("message").asText()).hasSizeLessThanOrEqualTo(130);
    assertThat(created.get("alias").asText()).hasSizeLessThanOrEqualTo(512);
    assertThat(created.get("description").asText()).hasSizeLessThanOrEqualTo(15_000);
    assertThat(created.get("details").toString()).hasSizeLessThan(8_000);
  }

  @Test
  void aServerThatIsBusyIsTriedAgain() {
    server.usually(429, "");
    assertThatThrownBy(() -> plugin().send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aKeyThatIsRefusedIsNotShown() {
    server.answers(403, Map.of(), "{\"message\":\"Key " + KEY + " is not valid\"}");
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .hasMessage("HTTP 403: {\"message\":\"Key *** is not valid\"}");
  }

  @Test
  void theAddressOfOpsgenieIsTheDefault() {
    Channel channel = OpsgenieChannel.apiKey(Secret.of(() -> KEY)).name("ops").europe().build();
    assertThat(channel.name()).isEqualTo("ops");
    assertThat(OpsgenieChannel.apiKey(Secret.of(() -> KEY)).build().name()).isEqualTo("opsgenie");
    assertThatThrownBy(() -> OpsgenieChannel.apiKey(Secret.env("TOCSIN_NOT_THERE")).build())
        .isInstanceOf(IllegalStateException.class);
  }

  private List<String> requests() {
    return server.requests().stream()
        .map(request -> request.method() + " " + request.path())
        .toList();
  }

  private JsonNode sent(Message message) throws Exception {
    plugin().send(message);
    List<String> bodies = server.bodies();
    return new ObjectMapper().readTree(bodies.get(bodies.size() - 1));
  }
}
