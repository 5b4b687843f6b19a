package dev.tocsin.route;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the alerts of a user out of groups, and tells their ends once. */
final class Erasure {
  private final String user;
  private final Map<String, Transition> ends;
  private final RouterState state;
  private final Instant now;

  /**
   * @param ends of the user's alerts that fire, by key
   */
  Erasure(String user, Map<String, Transition> ends, RouterState state, Instant now) {
    this.user = user;
    this.ends = ends;
    this.state = state;
    this.now = now;
  }

  void of(Collection<NotificationGroup> groups) {
    groups.forEach(this::of);
  }

  private void of(NotificationGroup group) {
    Set<String> gone = new LinkedHashSet<>();
    for (GroupedAlert member : group.alerts.values()) {
      if (member.alert.isOf(user)) {
        gone.add(member.alert.key());
      } else {
        member.alert.scrub(user);
      }
    }
    for (Target target : group.targets) {
      target
          .records()
          .forEach(
              (channel, record) -> {
                tellEnds(group, target, channel, record);
                record.forget(key -> gone.contains(key) || Scrubbed.isAbout(key, user));
                record.owed.removeIf(end -> user.equals(end.group().get("user")));
                record.owed.replaceAll(end -> Scrubbed.of(end, user));
                settle(record);
                if (!gone.isEmpty() || group.alerts.isEmpty()) {
                  record.aside.forEach(state::forgets);
                  record.aside.clear();
                }
              });
    }
    group.alerts.keySet().removeAll(gone);
  }

  /** A message that told of the user alone is not sent any more, so nobody says what became. */
  private void settle(ChannelRecord record) {
    if (record.last.isEmpty() && record.owed.isEmpty()) {
      state.forgets(record.pending);
      state.forgets(record.superseded);
      record.pending = null;
      record.superseded = null;
    }
  }

  private void tellEnds(
      NotificationGroup group, Target target, String channel, ChannelRecord record) {
    List<Transition> told = new ArrayList<>();
    for (String key : record.told.keySet()) {
      GroupedAlert member = group.alerts.get(key);
      if (ends.containsKey(key)) {
        told.add(ends.get(key));
      } else if (member != null && member.alert.isOf(user) && member.alert.isResolved()) {
        told.add(member.alert.transition());
      }
    }
    record.owed.stream().filter(end -> user.equals(end.group().get("user"))).forEach(told::add);
    if (!told.isEmpty() && target.receiver().sendsResolved()) {
      state
          .output()
          .lastWord(
              channel,
              state
                  .texts()
                  .notification(
                      group, target, channel, record, now, Message.Cause.NEWS, List.of(), told));
    }
  }
}
