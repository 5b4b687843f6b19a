package dev.tocsin.channels.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.tocsin.testkit.contract.SampleMessages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsChannelTest implements ChannelContract {
  private final RecordingServer server = new RecordingServer().usually(202, "");

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Channel plugin() {
    return builder().heartbeats().build();
  }

  @Override
  public List<String> delivered() {
    return server.bodies();
  }

  @Test
  void aMessageIsACardInAnEnvelope() throws Exception {
    JsonNode card = card(Alerts.firing());
    JsonNode envelope = new ObjectMapper().readTree(delivered().get(0));
    assertThat(envelope.get("type").asText()).isEqualTo("message");
    assertThat(envelope.get("attachments").get(0).get("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.get("version").asText()).isEqualTo("1.4");
    assertThat(card.get("actions").get(0).get("url").asText())
        .isEqualTo("https://wiki.example.org/latency?feature=search&tier=1");
  }

  @Test
  void coloursSayHowItStands() throws Exception {
    assertThat(colour(Alerts.saying("x", AlertReason.CONDITION))).isEqualTo("Accent");
    assertThat(colour(Alerts.firing())).isEqualTo("Warning");
    assertThat(colour(Alerts.group())).isEqualTo("Attention");
    assertThat(colour(Alerts.groupAcknowledged())).isEqualTo("Default");
    assertThat(colour(Alerts.resolved())).isEqualTo("Good");
  }

  @Test
  void nothingACallSaysIsALink() throws Exception {
    assertThat(card(Alerts.saying("[x](https://x.org) *b*", AlertReason.NO_DATA)).toString())
        .contains("\\\\[x](https://x.org) \\\\*b\\\\*")
        .doesNotContain("\"[x](");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "*", "\ud83d\udea8", "\u0000\n"})
  void textsOfAnyLengthFit(String part) throws Exception {
    plugin().send(Alerts.saying(part.repeat(20_000), AlertReason.OVERFLOW));
    plugin().send(Alerts.thousand(part.repeat(2_000)));
    assertThat(delivered())
        .allSatisfy(body -> assertThat(body.getBytes(UTF_8)).hasSizeLessThan(21_000));
    assertThat(delivered().get(1)).containsPattern("and [0-9]+ more");
  }

  @Test
  void heartbeatsAreLeftOutUnlessAskedFor() throws Exception {
    builder().name("quiet").build().send(SampleMessages.heartbeat());
    assertThat(delivered()).isEmpty();
  }

  private String colour(Message message) throws Exception {
    return card(message).get("body").get(0).get("color").asText();
  }

  private JsonNode card(Message message) throws Exception {
    plugin().send(message);
    String last = delivered().get(delivered().size() - 1);
    return new ObjectMapper().readTree(last).get("attachments").get(0).get("content");
  }

  private TeamsChannel.Builder builder() {
    return TeamsChannel.workflow(Secret.of(() -> server.url("/workflows/hunter2hunter2")))
        .http(Quick.loopback());
  }
}
