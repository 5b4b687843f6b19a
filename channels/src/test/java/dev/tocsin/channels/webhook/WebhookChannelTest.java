package dev.tocsin.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.channels.server.RecordingServer.Request;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest implements ChannelContract {
  private final RecordingServer server = new RecordingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Channel plugin() {
    return WebhookChannel.to(url()).http(Quick.loopback()).build();
  }

  @Override
  public List<String> delivered() {
    return server.bodies();
  }

  @Test
  void anAlertIsOneOfAlertmanager() throws Exception {
    plugin().send(Alerts.firing());
    plugin().send(Alerts.resolved());
    JsonNode firing = new ObjectMapper().readTree(delivered().get(0));
    JsonNode alert = firing.get("alerts").get(0);
    assertThat(firing.get("version").asText()).isEqualTo("4");
    assertThat(firing.get("status").asText()).isEqualTo("firing");
    assertThat(firing.get("receiver").asText()).isEqualTo("oncall");
    assertThat(firing.get("groupKey").asText())
        .isEqualTo("oncall/latency_degradation/2026-10-03T10:16:00Z");
    assertThat(alert.get("labels").get("alertname").asText()).isEqualTo("latency_degradation");
    assertThat(alert.get("labels").get("feature").asText()).isEqualTo("search");
    assertThat(alert.get("annotations").get("value").asText()).isEqualTo("2.51 s");
    assertThat(alert.get("startsAt").asText()).isEqualTo("2026-10-03T10:16:00Z");
    assertThat(alert.get("endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    JsonNode resolved = new ObjectMapper().readTree(delivered().get(1));
    assertThat(resolved.get("status").asText()).isEqualTo("resolved");
    assertThat(resolved.get("groupKey")).isEqualTo(firing.get("groupKey"));
    assertThat(resolved.get("alerts").get(0).get("endsAt").asText())
        .isEqualTo("2026-10-03T10:28:30Z");
  }

  @Test
  void aHeartbeatIsAnAlertThatAlwaysFires() throws Exception {
    plugin().send(SampleMessages.heartbeat());
    assertThat(delivered().get(0))
        .contains("\"alertname\":\"tocsin_heartbeat\"", "\"status\":\"firing\"");
  }

  @Test
  void theBodyIsSigned() throws Exception {
    Channel signed =
        WebhookChannel.to(url())
            .name("hook")
            .signedWith(Secret.of(() -> "k3y"))
            .http(Quick.loopback())
            .build();
    signed.send(Alerts.firing());
    Request request = server.requests().get(0);
    assertThat(request.header("X-tocsin-signature"))
        .isEqualTo(Signature.of(request.body().getBytes(UTF_8), Secret.of(() -> "k3y")));
    assertThat(request.body()).doesNotContain("k3y").contains("\"receiver\":\"oncall\"");
  }

  /** The example of RFC 4231, 4.3. */
  @Test
  void theSignatureIsHmacSha256() {
    assertThat(
            Signature.of("what do ya want for nothing?".getBytes(UTF_8), Secret.of(() -> "Jefe")))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aMissingSigningKeyIsSeenAtOnce() {
    assertThatThrownBy(
            () -> WebhookChannel.to(url()).signedWith(Secret.env("TOCSIN_NOT_THERE")).build())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void repeatsHaveTheSameKey() throws Exception {
    server.answers(500);
    plugin().send(Alerts.firing());
    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-key"))
        .hasSize(2)
        .containsOnly(
            "oncall/latency_degradation/2026-10-03T10:16:00Z/1/firing/2026-10-03T10:16:00Z");
  }

  @Test
  void aKeyOfAnyKindFitsAHeader() {
    assertThat(IdempotencyKey.of("a b\r\n%\u00e9")).isEqualTo("a%20b%0D%0A%25%C3%A9");
    assertThat(IdempotencyKey.of("x".repeat(256))).hasSize(64).matches("[0-9a-f]+");
  }

  @Test
  void aGroupIsOneMessageWithWhatItsAlertsHaveInCommon() throws Exception {
    plugin().send(Alerts.group());
    JsonNode group = new ObjectMapper().readTree(delivered().get(0));
    assertThat(group.get("status").asText()).isEqualTo("firing");
    assertThat(group.get("alerts")).hasSize(3);
    assertThat(group.get("truncatedAlerts").asInt()).isZero();
    assertThat(group.get("groupLabels").toString()).isEqualTo("{\"rule\":\"latency_degradation\"}");
    assertThat(group.get("commonLabels").toString())
        .isEqualTo(
            "{\"alertname\":\"latency_degradation\",\"rule\":\"latency_degradation\","
                + "\"team\":\"search\"}");
    assertThat(group.get("commonAnnotations").toString()).isEqualTo("{\"threshold\":\"> 2 s\"}");
    assertThat(group.get("alerts").get(0).get("generatorURL").asText())
        .isEqualTo("https://langfuse.example.org/trace/t-81");
    assertThat(group.get("alerts").get(2).get("status").asText()).isEqualTo("resolved");
  }

  @Test
  void moreAlertsThanWantedAreCounted() throws Exception {
    WebhookChannel.to(url()).maxAlerts(2).http(Quick.loopback()).build().send(Alerts.group());
    JsonNode group = new ObjectMapper().readTree(delivered().get(0));
    assertThat(group.get("alerts")).hasSize(2);
    assertThat(group.get("truncatedAlerts").asInt()).isOne();
    assertThatThrownBy(() -> WebhookChannel.to(url()).maxAlerts(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Secret url() {
    return Secret.of(() -> server.url("/hook"));
  }
}
