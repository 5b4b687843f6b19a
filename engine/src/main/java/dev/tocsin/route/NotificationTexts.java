package dev.tocsin.route;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.json.NotificationJson;
import dev.tocsin.template.LinkTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes messages of what is to be told. */
final class NotificationTexts {
  private static final Comparator<Transition> ORDER =
      Comparator.comparing((Transition one) -> one.to() == AlertState.FIRING ? 0 : 1)
          .thenComparing(Transition::severity, Comparator.reverseOrder())
          .thenComparing(Transition::rule)
          .thenComparing(Transition::alertKey);

  private final Map<String, Template> links;

  /**
   * @param links by name, shown with every alert
   */
  NotificationTexts(Map<String, Template> links) {
    this.links = links;
  }

  /**
   * A message.
   *
   * @param firing alerts that fire
   * @param ends of alerts that have resolved
   */
  Message.Notification notification(
      NotificationGroup group,
      Target target,
      String channel,
      ChannelRecord record,
      Instant time,
      Message.Cause cause,
      List<RoutedAlert> firing,
      List<Transition> ends) {
    List<NotifiedAlert> alerts = new ArrayList<>();
    firing.forEach(
        alert ->
            alerts.add(told(alert.transition(), Optional.ofNullable(alert.acknowledgement()))));
    ends.forEach(end -> alerts.add(told(end, Optional.empty())));
    alerts.sort(Comparator.comparing(NotifiedAlert::transition, ORDER));
    String receiver = target.receiver().name(channel);
    String key =
        "%s/%s/%s/%d"
            .formatted(target.keyPart(channel), channel, group.thread(), record.nextNumber());
    return NotificationJson.notification(
        key,
        time,
        receiver,
        group.thread(),
        group.id.labels(),
        cause,
        alerts,
        target.receiver().title().map(title -> MessageTemplate.text(title, receiver, alerts)),
        target.receiver().text().map(text -> MessageTemplate.text(text, receiver, alerts)));
  }

  private NotifiedAlert told(Transition transition, Optional<Acknowledgement> acknowledged) {
    return new NotifiedAlert(transition, acknowledged, LinkTexts.of(links, transition));
  }
}
