package dev.tocsin.action;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.json.NotificationJson;
import dev.tocsin.route.Scrubbed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages without the alerts of a user who is to be forgotten. */
final class Without {
  private Without() {}

  static Optional<Message.Notification> of(Message.Notification message, String user) {
    List<NotifiedAlert> rest =
        message.alerts().stream()
            .filter(alert -> !user.equals(alert.transition().group().get("user")))
            .map(alert -> scrubbed(alert, user))
            .toList();
    if (rest.equals(message.alerts())) {
      return Optional.of(message);
    }
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NotificationJson.notification(
                message.key(),
                message.time(),
                message.receiver(),
                message.thread(),
                message.groupLabels(),
                message.cause(),
                rest,
                message.title(),
                message.text()));
  }

  /** Links may lead to calls of the user. */
  private static NotifiedAlert scrubbed(NotifiedAlert alert, String user) {
    Transition rest = Scrubbed.of(alert.transition(), user);
    return rest.equals(alert.transition())
        ? alert
        : new NotifiedAlert(rest, alert.acknowledged(), Map.of());
  }
}
