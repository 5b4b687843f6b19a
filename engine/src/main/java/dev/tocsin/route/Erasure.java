package dev.tocsin.route;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the alerts of a user out of groups, and tells their ends once. */
final class Erasure {
  private final String user;
  private final Map<String, Transition> ends;
  private final NotificationTexts texts;
  private final RouterOutput output;
  private final Instant now;

  /**
   * @param ends of the user's alerts, by key
   */
  Erasure(
      String user,
      Map<String, Transition> ends,
      NotificationTexts texts,
      RouterOutput output,
      Instant now) {
    this.user = user;
    this.ends = ends;
    this.texts = texts;
    this.output = output;
    this.now = now;
  }

  void of(Collection<NotificationGroup> groups) {
    groups.forEach(this::of);
  }

  private void of(NotificationGroup group) {
    Set<String> gone =
        group.alerts.values().stream()
            .map(member -> member.alert)
            .filter(alert -> alert.isOf(user))
            .map(RoutedAlert::key)
            .collect(Collectors.toSet());
    for (Target target : group.targets) {
      target
          .records()
          .forEach(
              (channel, record) -> {
                tellEnds(group, target, channel, record);
                record.forget(gone);
                record.owed.removeIf(end -> user.equals(end.group().get("user")));
                record.owed.replaceAll(end -> Scrubbed.of(end, user));
              });
    }
    group.alerts.keySet().removeAll(gone);
    group.alerts.values().forEach(member -> member.alert.scrub(user));
  }

  private void tellEnds(
      NotificationGroup group, Target target, String channel, ChannelRecord record) {
    List<Transition> told =
        record.told.keySet().stream().map(ends::get).filter(Objects::nonNull).toList();
    if (!told.isEmpty() && target.receiver().sendsResolved()) {
      output.lastWord(
          channel,
          texts.notification(
              group, target, channel, record, now, Message.Cause.NEWS, List.of(), told));
    }
  }
}
