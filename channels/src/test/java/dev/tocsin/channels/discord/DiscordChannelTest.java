package dev.tocsin.channels.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.server.Quick;
import dev.tocsin.channels.server.RecordingServer;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordChannelTest implements ChannelContract {
  private final RecordingServer server = new RecordingServer().usually(204, "");

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
  void aMessageIsAnEmbedWithAColour() throws Exception {
    JsonNode embed = sent(Alerts.firing());
    assertThat(embed.get("title").asText())
        .isEqualTo("Firing: latency\\_degradation (feature=search)");
    assertThat(embed.get("color").asInt()).isEqualTo(0xf2a600);
    assertThat(embed.get("timestamp").asText()).isEqualTo("2026-10-03T10:16:00Z");
    assertThat(embed.toString())
        .contains("[Runbook](https://wiki.example.org/latency?feature=search&tier=1)");
  }

  @Test
  void nobodyIsMentioned() throws Exception {
    JsonNode embed = sent(Alerts.saying("<@everyone> [x](https://x)", AlertReason.NO_DATA));
    assertThat(embed.get("description").asText()).isEqualTo("\\<\\@everyone\\> \\[x\\](https://x)");
    assertThat(delivered().get(0)).contains("\"allowed_mentions\":{\"parse\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "*", "\ud83d\udea8", "\u0000\n"})
  void textsOfAnyLengthFit(String part) throws Exception {
    fits(sent(Alerts.saying(part.repeat(20_000), AlertReason.OVERFLOW)));
    JsonNode thousand = sent(Alerts.thousand(part.repeat(2_000)));
    fits(thousand);
    assertThat(thousand.get("description").asText()).containsPattern("[0-9]+ more");
  }

  @Test
  void aPauseThatTheBodyAsksForIsKept() {
    server.answers(429, Map.of("Retry-After", "1"), "{\"message\":\"x\",\"retry_after\":64.57}");
    Channel channel = plugin();
    assertThatThrownBy(() -> channel.send(Alerts.firing())).isInstanceOf(TemporaryFailure.class);
    assertThat(channel.circuit()).isEqualTo(ChannelHealth.Circuit.OPEN);
    assertThatThrownBy(() -> channel.send(Alerts.firing()))
        .hasMessage("not tried: the receiver asked for silence until 2026-10-03T10:17:04.570Z");
  }

  @Test
  void heartbeatsAreLeftOutUnlessAskedFor() throws Exception {
    builder().name("quiet").build().send(SampleMessages.heartbeat());
    assertThat(delivered()).isEmpty();
  }

  private static void fits(JsonNode embed) {
    int characters = embed.get("title").asText().length() + "Tocsin".length();
    assertThat(embed.get("title").asText()).hasSizeLessThanOrEqualTo(256);
    assertThat(embed.get("description").asText()).hasSizeLessThanOrEqualTo(4_096);
    characters += embed.get("description").asText().length();
    assertThat(embed.get("fields").size()).isLessThanOrEqualTo(25);
    for (JsonNode field : embed.get("fields")) {
      assertThat(field.get("name").asText()).isNotBlank().hasSizeLessThanOrEqualTo(256);
      assertThat(field.get("value").asText()).isNotBlank().hasSizeLessThanOrEqualTo(1_024);
      characters += field.get("name").asText().length() + field.get("value").asText().length();
    }
    assertThat(characters).isLessThanOrEqualTo(6_000);
  }

  private JsonNode sent(Message message) throws Exception {
    plugin().send(message);
    String last = delivered().get(delivered().size() - 1);
    return new ObjectMapper().readTree(last).get("embeds").get(0);
  }

  private DiscordChannel.Builder builder() {
    return DiscordChannel.webhook(Secret.of(() -> server.url("/api/webhooks/1/hunter2hunter2")))
        .http(Quick.loopback());
  }
}
