package dev.tocsin.channels.slack;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackChannelTest implements ChannelContract {
  private final RecordingServer server = new RecordingServer();

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
  void coloursSaySeverityAndResolution() throws Exception {
    assertThat(sent(Alerts.saying("x", AlertReason.CONDITION)).get("color").asText())
        .isEqualTo("#2f80ed");
    assertThat(sent(Alerts.firing()).get("color").asText()).isEqualTo("#f2a600");
    assertThat(sent(Alerts.worse()).get("color").asText()).isEqualTo("#d0021b");
    assertThat(sent(Alerts.resolved()).get("color").asText()).isEqualTo("#2eb67d");
  }

  @Test
  void nobodyIsMentionedByWhatACallSays() throws Exception {
    JsonNode attachment =
        sent(Alerts.saying("<!channel> & <https://x.org|x>", AlertReason.NO_DATA));
    assertThat(attachment.toString())
        .contains("&lt;!channel&gt; &amp; &lt;https://x.org|x&gt;")
        .doesNotContain("<!channel>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "\ud83d\udea8", "a\u0000b\ud83d"})
  void textsOfAnyLengthFit(String part) throws Exception {
    JsonNode attachment = sent(Alerts.saying(part.repeat(20_000), AlertReason.OVERFLOW));
    for (JsonNode block : attachment.get("blocks")) {
      assertThat(block.path("text").path("text").asText().length())
          .isLessThanOrEqualTo(block.get("type").asText().equals("header") ? 150 : 3_000);
      assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
      for (JsonNode field : block.path("fields")) {
        assertThat(field.get("text").asText()).hasSizeLessThanOrEqualTo(2_000);
      }
    }
  }

  @Test
  void aGroupIsAList() throws Exception {
    String group = sent(Alerts.group()).toString();
    assertThat(group)
        .contains("Firing: 2 alerts of latency_degradation (critical), 1 resolved")
        .contains("critical latency_degradation (feature=chat): p95_latency is 2.51 s")
        .contains("resolved latency_degradation (feature=mail)")
        .contains("2 firing, 1 resolved", "*Group*\\nrule=latency_degradation")
        .contains("model=gpt-4o 62 % (31 % of traffic)")
        .contains("<https://langfuse.example.org/trace/t-81|trace of call c-81>");
    assertThat(sent(Alerts.group(Message.Cause.ESCALATION)).toString())
        .contains("Escalated: not acknowledged.");
    assertThat(sent(Alerts.groupAcknowledged()).toString())
        .contains("#6b7280", "Acknowledged by alice", "(2 alerts)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "\ud83d\udea8"})
  void aThousandAlertsFit(String part) throws Exception {
    JsonNode blocks = sent(Alerts.thousand(part.repeat(5_000))).get("blocks");
    assertThat(blocks.size()).isLessThanOrEqualTo(50);
    int characters = 0;
    for (JsonNode text : blocks.findValues("text")) {
      assertThat(text.asText()).hasSizeLessThanOrEqualTo(3_000);
      characters += text.asText().length();
    }
    assertThat(characters).isLessThan(12_000);
    assertThat(blocks.toString()).containsPattern("and [0-9]+ more");
  }

  @Test
  void heartbeatsAreLeftOutUnlessAskedFor() throws Exception {
    builder().name("quiet").build().send(SampleMessages.heartbeat());
    assertThat(delivered()).isEmpty();
  }

  @Test
  void aRevokedWebhookIsPermanentAndNotShown() {
    server.answers(404, Map.of(), "no_service hunter2hunter2");
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .isInstanceOf(PermanentFailure.class)
        .hasMessage("HTTP 404: no_service ***");
  }

  private JsonNode sent(Message message) throws Exception {
    plugin().send(message);
    String last = delivered().get(delivered().size() - 1);
    return new ObjectMapper().readTree(last).get("attachments").get(0);
  }

  private SlackChannel.Builder builder() {
    return SlackChannel.incomingWebhook(
            Secret.of(() -> server.url("/services/T000/B000/hunter2hunter2")))
        .http(Quick.loopback());
  }
}
