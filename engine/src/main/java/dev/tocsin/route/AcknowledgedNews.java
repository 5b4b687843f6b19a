package dev.tocsin.route;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.spi.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells those who know of alerts that somebody takes care of them: each channel once a group. */
final class AcknowledgedNews {
  private final NotificationGroup group;
  private final long now;
  private final RouterState state;

  AcknowledgedNews(NotificationGroup group, long now, RouterState state) {
    this.group = group;
    this.now = now;
    this.state = state;
  }

  void tell(Set<String> acknowledged, Acknowledgement by) {
    for (Target target : group.targets) {
      target
          .records()
          .forEach(
              (channel, record) -> {
                List<String> known =
                    acknowledged.stream().filter(record.told::containsKey).toList();
                if (!known.isEmpty()) {
                  tell(target, channel, record);
                  known.forEach(alert -> note(target, channel, alert, by));
                }
              });
    }
  }

  /**
   * All that fires of what the channel was told, also what goes elsewhere by now, so that it can
   * take the place of its message.
   */
  private void tell(Target target, String channel, ChannelRecord record) {
    List<RoutedAlert> firing =
        group.alerts.values().stream()
            .map(member -> member.alert)
            .filter(alert -> !alert.isResolved() && record.told.containsKey(alert.key()))
            .toList();
    Message.Notification notification =
        state
            .texts()
            .notification(
                group,
                target,
                channel,
                record,
                Instants.ofNanos(now),
                Message.Cause.ACKNOWLEDGED,
                firing,
                List.of());
    record.aside.add(notification.key());
    state.sent(group, record, notification.key());
    state.output().notification(channel, notification, null);
  }

  private void note(Target target, String channel, String alert, Acknowledgement by) {
    state.note(
        group,
        target,
        channel,
        alert,
        now,
        Verdict.ACKNOWLEDGED,
        "by " + by.by(),
        Optional.empty());
  }
}
