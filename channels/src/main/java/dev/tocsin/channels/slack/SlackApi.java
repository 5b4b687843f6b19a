package dev.tocsin.channels.slack;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.secret.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Slack's Web API (https://docs.slack.dev/reference/methods/chat.postMessage and {@code
 * chat.update}), which answers 200 also when it refuses: {@code {"ok":false,"error":"..."}}.
 */
final class SlackApi {
  /** What Slack calls its own trouble, or too much at once. */
  private static final Set<String> MAY_PASS =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "update_failed",
          "external_channel_migrating",
          "team_added_to_org",
          "org_login_required");

  /** What is said of one message, while others can be posted. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed", "is_inactive");

  private final Secret token;
  private final HttpPoster poster;

  /** Where a message is. */
  record Posted(String channel, String timestamp) {}

  private record Answer(Map<String, String> said) {
    boolean isOk() {
      return "true".equals(said.get("ok"));
    }

    String error() {
      return said.getOrDefault("error", "no JSON in the answer");
    }
  }

  SlackApi(Secret url, Secret token, HttpOptions options) {
    this.token = token;
    this.poster = new HttpPoster(url, options, token);
  }

  /**
   * Calls a method.
   *
   * @throws MessageIsGone when it is refused because of the message it would change
   */
  Posted call(String method, Map<String, Object> arguments)
      throws IOException, PermanentFailure, InterruptedException, MessageIsGone {
    Answer answer =
        poster.send(
            "POST",
            method,
            JsonText.bytes(arguments),
            Map.of("Authorization", "Bearer " + token.reveal()),
            SlackApi::read);
    if (!answer.isOk()) {
      throw new MessageIsGone(answer.error());
    }
    return new Posted(
        answer.said().getOrDefault("channel", ""), answer.said().getOrDefault("ts", ""));
  }

  ChannelHealth.Circuit circuit() {
    return poster.circuit();
  }

  private static Answer read(String body) throws IOException, PermanentFailure {
    Answer answer = new Answer(JsonText.scalars(body));
    String error = answer.error();
    if (answer.isOk() || GONE.contains(error)) {
      return answer;
    }
    if (!answer.said().containsKey("ok") || MAY_PASS.contains(error)) {
      throw new TemporaryFailure("Slack: " + error);
    }
    throw new PermanentFailure("Slack: " + error);
  }
}
