package dev.tocsin.channels.slack;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message in Slack, and which alerts it has told at which severity, so that what is new can be
 * told from what was there. It remembers hashes of the first hundred; in larger groups the others
 * count as new each time something is.
 *
 * @param channel where it is
 * @param timestamp its id there
 * @param told eight hexadecimal digits for each alert
 */
record PostedMessage(String channel, String timestamp, Set<String> told) {
  private static final int MOST = 100;
  private static final int DIGITS = 8;

  static PostedMessage of(SlackApi.Posted posted, Message.Notification message) {
    return new PostedMessage(posted.channel(), posted.timestamp(), hashes(message));
  }

  /** What {@link #written} wrote; empty for anything else. */
  static Optional<PostedMessage> read(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2) {
      return Optional.empty();
    }
    Set<String> told = parts.length < 3 ? Set.of() : Set.copyOf(List.of(parts[2].split(",", -1)));
    return Optional.of(new PostedMessage(parts[0], parts[1], told));
  }

  String written() {
    return channel
        + ":"
        + timestamp
        + ":"
        + told.stream().sorted().collect(Collectors.joining(","));
  }

  /** The same after it tells something else. */
  PostedMessage telling(Message.Notification message) {
    return new PostedMessage(channel, timestamp, hashes(message));
  }

  /**
   * The part of a notification that people have to hear of: what fires and was not told, or all
   * that fires where it is told for another reason than news. Empty where nothing is.
   */
  Optional<Message.Notification> news(Message.Notification message) {
    List<NotifiedAlert> alerts = new ArrayList<>(message.alerts());
    alerts.removeIf(
        alert ->
            !alert.isFiring()
                || (message.cause() == Message.Cause.NEWS && told.contains(hash(alert))));
    return alerts.isEmpty() || message.cause() == Message.Cause.ACKNOWLEDGED
        ? Optional.empty()
        : Optional.of(
            new Message.Notification(
                message.key(),
                message.time(),
                message.receiver(),
                message.thread(),
                message.groupLabels(),
                message.cause(),
                alerts,
                message.title(),
                message.text(),
                message.json()));
  }

  private static Set<String> hashes(Message.Notification message) {
    return message.alerts().stream()
        .filter(NotifiedAlert::isFiring)
        .limit(MOST)
        .map(PostedMessage::hash)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String hash(NotifiedAlert alert) {
    return PlainText.digest(alert.transition().alertKey() + alert.transition().severity())
        .substring(0, DIGITS);
  }
}
