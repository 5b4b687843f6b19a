package dev.tocsin.route;

import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.NotificationDecision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between an alert that fires and its next message, for each of its channels. */
final class Outlook {
  private static final long NEVER = NotificationGroup.NEVER;

  private final RoutedAlert alert;
  private final long now;
  private final RouterState state;
  private final List<Outlined> all = new ArrayList<>();

  private Outlook(RoutedAlert alert, long now, RouterState state) {
    this.alert = alert;
    this.now = now;
    this.state = state;
  }

  static List<Outlined> of(RoutedAlert alert, long now, RouterState state) {
    Outlook outlook = new Outlook(alert, now, state);
    alert.groups().forEach(outlook::add);
    return List.copyOf(outlook.all);
  }

  private void add(NotificationGroup group) {
    GroupedAlert member = group.alerts.get(alert.key());
    if (member == null || member.left) {
      return;
    }
    Optional<KeptBack> keptBack = KeptBack.of(alert, group.route, now, state);
    for (Target target : group.targets) {
      for (String channel : target.records().keySet()) {
        if (target.isFor(member, channel)) {
          add(group, target, member, channel, keptBack);
        }
      }
    }
  }

  private void add(
      NotificationGroup group,
      Target target,
      GroupedAlert member,
      String channel,
      Optional<KeptBack> keptBack) {
    ChannelRecord record = target.record(channel);
    if (record.pending != null && record.last.containsKey(alert.key())) {
      add(group, target, channel, Verdict.SENT, "it is on its way", NEVER, record.pending);
    } else if (keptBack.isPresent()) {
      KeptBack by = keptBack.get();
      long until = by.until().map(group::slot).orElse(NEVER);
      add(group, target, channel, by.verdict(), by.reason(), until, null);
    } else if (target.level() > 0 && target.due(member) > now) {
      String reason = "told when nobody has acknowledged by then";
      add(group, target, channel, Verdict.WAITING, reason, target.due(member), null);
    } else if (record.told.containsKey(alert.key())) {
      long next = group.slot(group.repeatAt(record));
      add(
          group,
          target,
          channel,
          Verdict.UNCHANGED,
          "the channel has been told already",
          next,
          null);
    } else {
      add(group, target, channel, Verdict.WAITING, "for the timer of its group", group.due, null);
    }
  }

  private void add(
      NotificationGroup group,
      Target target,
      String channel,
      Verdict verdict,
      String reason,
      long next,
      @Nullable String message) {
    NotificationDecision decision =
        new NotificationDecision(
            Instants.ofNanos(now),
            alert.key(),
            group.id.route(),
            target.receiver().name(channel),
            channel,
            verdict,
            reason,
            next == NEVER ? Optional.empty() : Optional.of(Instants.ofNanos(next)));
    all.add(new Outlined(decision, Optional.ofNullable(message)));
  }
}
