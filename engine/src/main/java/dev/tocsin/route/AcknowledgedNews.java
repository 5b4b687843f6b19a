package dev.tocsin.route;

import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.spi.Message;
import java.util.List;
import java.util.Optional;

/** Tells those who know of an alert that somebody takes care of it. */
final class AcknowledgedNews {
  private final NotificationGroup group;
  private final long now;
  private final RouterState state;

  AcknowledgedNews(NotificationGroup group, long now, RouterState state) {
    this.group = group;
    this.now = now;
    this.state = state;
  }

  void tell(RoutedAlert acknowledged) {
    for (Target target : group.targets) {
      target
          .records()
          .forEach(
              (channel, record) -> {
                if (record.told.containsKey(acknowledged.key())) {
                  tell(target, channel, record, acknowledged);
                }
              });
    }
  }

  /**
   * All that fires of what the channel was told, also what goes elsewhere by now, so that it can
   * take the place of its message.
   */
  private void tell(Target target, String channel, ChannelRecord record, RoutedAlert acknowledged) {
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
    String by = Optional.ofNullable(acknowledged.acknowledgement()).orElseThrow().by();
    state.note(
        group,
        target,
        channel,
        acknowledged.key(),
        now,
        Verdict.ACKNOWLEDGED,
        "by " + by,
        Optional.empty());
    state.output().notification(channel, notification, null);
  }
}
