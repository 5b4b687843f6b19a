package dev.tocsin.channels.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackBotChannelTest implements ChannelContract {
  private static final String TOKEN = "xoxb-hunter2hunter2";
  private static final String POSTED =
      "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\",\"message\":{\"text\":\"x\"}}";

  private final RecordingServer server = new RecordingServer().usually(200, POSTED);

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
  void aGroupIsOneMessageThatChanges() throws Exception {
    Channel channel = plugin();
    Optional<String> first = channel.deliver(Alerts.firing(), Optional.empty());
    Optional<String> second = channel.deliver(Alerts.acknowledged(), first);
    channel.deliver(Alerts.resolved(), second);
    assertThat(first).get().asString().startsWith("C1:1503435956.000247:");
    assertThat(methods()).containsExactly("chat.postMessage", "chat.update", "chat.update");
    assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(body(0).get("channel").asText()).isEqualTo("C0123");
    assertThat(body(1).get("channel").asText()).isEqualTo("C1");
    assertThat(body(1).get("ts").asText()).isEqualTo("1503435956.000247");
    assertThat(body(1).toString()).contains("Acknowledged by alice");
    assertThat(body(2).get("text").asText()).startsWith("Resolved:");
  }

  @Test
  void peopleHearOfWhatIsNewOrWorseInTheThread() throws Exception {
    Channel channel = plugin();
    Optional<String> posted = channel.deliver(Alerts.firing(), Optional.empty());
    posted = channel.deliver(Alerts.firing(), posted);
    assertThat(methods()).containsExactly("chat.postMessage", "chat.update");
    posted = channel.deliver(Alerts.group(), posted);
    JsonNode reply = body(3);
    assertThat(methods()).endsWith("chat.update", "chat.postMessage");
    assertThat(reply.get("thread_ts").asText()).isEqualTo("1503435956.000247");
    assertThat(reply.get("reply_broadcast").asBoolean()).isTrue();
    assertThat(reply.toString()).contains("feature=chat").doesNotContain("feature=mail");
    posted = channel.deliver(Alerts.worse(), posted);
    assertThat(methods()).hasSize(6).endsWith("chat.postMessage");
    channel.deliver(Alerts.group(Message.Cause.ESCALATION), posted);
    assertThat(body(7).toString()).contains("Escalated", "feature=chat", "feature=search");
  }

  @Test
  void repliesCanBeLeftOut() throws Exception {
    Channel channel = builder().name("quiet").withoutReplies().build();
    channel.deliver(Alerts.group(), channel.deliver(Alerts.firing(), Optional.empty()));
    channel.send(SampleMessages.heartbeat());
    assertThat(methods()).containsExactly("chat.postMessage", "chat.update");
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_not_found", "cant_update_message", "edit_window_closed"})
  void aMessageThatIsGoneIsPostedAnew(String error) throws Exception {
    Channel channel = plugin();
    Optional<String> posted = channel.deliver(Alerts.firing(), Optional.empty());
    server.answers(200, Map.of(), refusal(error));
    assertThat(channel.deliver(Alerts.worse(), posted)).isNotEqualTo(posted);
    assertThat(methods()).containsExactly("chat.postMessage", "chat.update", "chat.postMessage");
    assertThat(body(2).get("channel").asText()).isEqualTo("C0123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "channel_not_found", "not_in_channel", "never_heard_of"})
  void aRefusalIsPermanent(String error) {
    server.usually(200, refusal(error));
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .isInstanceOf(PermanentFailure.class)
        .hasMessage("Slack: " + error);
    assertThat(delivered()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimited", "internal_error", "fatal_error", "service_unavailable"})
  void aTroubleOfSlacksOwnIsTriedAgain(String error) throws Exception {
    server.answers(200, Map.of(), refusal(error));
    plugin().send(Alerts.firing());
    assertThat(delivered()).hasSize(2);
    server.usually(200, refusal(error));
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessage("Slack: " + error);
  }

  @Test
  void anAnswerThatIsNoneOfSlackIsATrouble() {
    server.usually(200, "<html>sign in " + TOKEN);
    assertThatThrownBy(() -> plugin().send(Alerts.firing()))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessage("Slack: no JSON in the answer");
  }

  @Test
  void aTokenThatIsRepeatedIsNotShown() {
    server.answers(403, Map.of(), "no " + TOKEN);
    assertThatThrownBy(() -> plugin().send(Alerts.firing())).hasMessage("HTTP 403: no ***");
  }

  @Test
  void theAddressOfSlackIsTheDefault() {
    assertThat(SlackChannel.bot(Secret.of(() -> TOKEN), "C1").build().name()).isEqualTo("slack");
    assertThatThrownBy(() -> SlackChannel.bot(Secret.env("TOCSIN_NOT_THERE"), "C1").build())
        .isInstanceOf(IllegalStateException.class);
  }

  private SlackBotBuilder builder() {
    return SlackChannel.bot(Secret.of(() -> TOKEN), "C0123")
        .endpoint(server.url("/api/"))
        .http(Quick.loopback());
  }

  private List<String> methods() {
    return server.requests().stream().map(request -> request.path().substring(5)).toList();
  }

  private JsonNode body(int index) throws Exception {
    return new ObjectMapper().readTree(delivered().get(index));
  }

  private static String refusal(String error) {
    return "{\"ok\":false,\"error\":\"" + error + "\"}";
  }
}
