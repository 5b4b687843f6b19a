package dev.tocsin.route;

import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.routing.RoutePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One look at a group: which of its receivers are told what. */
final class Flush {
  private final NotificationGroup group;
  private final RoutePlan route;
  private final long now;
  private final Instant time;
  private final RouterState state;
  private long recheckAt = NotificationGroup.NEVER;

  /**
   * @param now the moment, in nanoseconds since the epoch
   */
  Flush(NotificationGroup group, long now, RouterState state) {
    this.group = group;
    this.route = group.route;
    this.now = now;
    this.time = Instants.ofNanos(now);
    this.state = state;
  }

  /** Tells whoever is to be told. */
  void run() {
    for (Target target : group.targets) {
      List<GroupedAlert> told = toTell(target);
      tell(target, told);
      if (target.level() == 0) {
        told.stream()
            .filter(member -> member.firstTold == GroupedAlert.NEVER)
            .forEach(member -> member.firstTold = now);
      }
    }
    group.newsSince = NotificationGroup.NEVER;
    group.recheckAt = recheckAt;
    group.lastFlush = now;
  }

  /** Only those who are told since nobody takes care of it; the group's own timer goes on. */
  void escalate() {
    for (Target target : group.targets) {
      if (target.level() > 0) {
        tell(target, toTell(target));
      }
    }
    group.recheckAt = Math.min(group.recheckAt, recheckAt);
    group.lastEscalation = now;
  }

  private void tell(Target target, List<GroupedAlert> firing) {
    target
        .records()
        .forEach(
            (channel, record) ->
                tell(
                    target,
                    channel,
                    record,
                    firing.stream().filter(member -> target.isFor(member, channel)).toList()));
  }

  /** Alerts that fire and may be told to a receiver now. */
  private List<GroupedAlert> toTell(Target target) {
    List<GroupedAlert> all = new ArrayList<>();
    for (GroupedAlert member : group.alerts.values()) {
      if (member.fires()
          && target.due(member) <= now
          && !isKeptBack(target, member)
          && (target.level() > 0 || isAdmitted(target, member))) {
        all.add(member);
      }
    }
    return all;
  }

  private boolean isKeptBack(Target target, GroupedAlert member) {
    Optional<KeptBack> found = KeptBack.of(member.alert, route, now, state);
    if (found.isEmpty()) {
      return false;
    }
    KeptBack by = found.get();
    by.until().ifPresent(until -> recheckAt = Math.min(recheckAt, until));
    note(target, member, by.verdict(), by.reason(), by.until());
    return true;
  }

  /** What is over the budget of the route goes into its summary, and stays there. */
  private boolean isAdmitted(Target target, GroupedAlert member) {
    if (member.admitted || group.id.isSummary() || state.budgets().take(route, now)) {
      member.admitted = true;
      return true;
    }
    note(
        target,
        member,
        Verdict.OVER_BUDGET,
        "the route tells at most %d alerts in its period; it is told in a summary"
            .formatted(route.budget().orElseThrow().alerts()),
        Optional.empty());
    member.left = true;
    state.summarise(group, member, now);
    return false;
  }

  private void tell(
      Target target, String channel, ChannelRecord record, List<GroupedAlert> firing) {
    List<GroupedAlert> resolved = resolved(record);
    if (!target.receiver().sendsResolved() && !resolved.isEmpty()) {
      for (GroupedAlert member : resolved) {
        record.told.remove(member.alert.key());
        note(
            target,
            channel,
            member.alert,
            Verdict.NOT_WANTED,
            "the receiver does not want to hear of what has resolved",
            Optional.empty());
      }
      resolved = List.of();
    }
    boolean isNew = firing.stream().anyMatch(member -> isNews(record, member.alert));
    boolean isNews = isNew || !resolved.isEmpty();
    if (!isNews && (firing.isEmpty() || now < group.repeatAt(record))) {
      noteUnchanged(target, channel, record, firing);
      return;
    }
    send(target, channel, record, firing, resolved, cause(target, isNew, isNews));
  }

  private Message.Cause cause(Target target, boolean isNew, boolean isNews) {
    if (group.id.isSummary()) {
      return Message.Cause.SUMMARY;
    }
    if (!isNews) {
      return Message.Cause.REPEAT;
    }
    return isNew && target.level() > 0 ? Message.Cause.ESCALATION : Message.Cause.NEWS;
  }

  /** Those that have resolved, of which the channel was told that they fire. */
  private List<GroupedAlert> resolved(ChannelRecord record) {
    return group.alerts.values().stream()
        .filter(member -> member.alert.isResolved())
        .filter(member -> record.told.containsKey(member.alert.key()))
        .toList();
  }

  private static boolean isNews(ChannelRecord record, RoutedAlert alert) {
    Severity before = record.last.get(alert.key());
    return before == null || alert.transition().severity().compareTo(before) > 0;
  }

  private void send(
      Target target,
      String channel,
      ChannelRecord record,
      List<GroupedAlert> firing,
      List<GroupedAlert> resolved,
      Message.Cause cause) {
    List<Transition> ends = new ArrayList<>(record.owed);
    resolved.forEach(member -> ends.add(member.alert.transition()));
    List<RoutedAlert> alerts = firing.stream().map(member -> member.alert).toList();
    Message.Notification notification =
        state.texts().notification(group, target, channel, record, time, cause, alerts, ends);
    String superseded = record.pending;
    state.forgets(record.superseded);
    record.superseded = superseded;
    record.pending = notification.key();
    record.pendingAt = now;
    record.owed.clear();
    record.owed.addAll(ends);
    Map<String, Severity> now = new LinkedHashMap<>();
    alerts.forEach(alert -> now.put(alert.key(), alert.transition().severity()));
    record.last = now;
    record.told.putAll(now);
    resolved.forEach(member -> record.told.remove(member.alert.key()));
    String reason = "as " + cause.label() + ", number " + record.number() + " of its group";
    alerts.forEach(alert -> note(target, channel, alert, Verdict.SENT, reason, Optional.empty()));
    resolved.forEach(
        member ->
            note(
                target,
                channel,
                member.alert,
                Verdict.SENT,
                reason + ", as resolved",
                Optional.empty()));
    state.sent(group, record, notification.key());
    state.output().notification(channel, notification, superseded);
  }

  private void noteUnchanged(
      Target target, String channel, ChannelRecord record, List<GroupedAlert> firing) {
    long repeat = group.repeatAt(record);
    Optional<Long> next =
        repeat == NotificationGroup.NEVER ? Optional.empty() : Optional.of(repeat);
    String reason =
        record.pending == null
            ? "the channel has been told already"
            : "the last message is still on its way";
    for (GroupedAlert member : firing) {
      note(target, channel, member.alert, Verdict.UNCHANGED, reason, next);
    }
  }

  private void note(
      Target target, GroupedAlert member, Verdict verdict, String reason, Optional<Long> next) {
    for (String channel : target.records().keySet()) {
      if (target.isFor(member, channel)) {
        note(target, channel, member.alert, verdict, reason, next);
      }
    }
  }

  private void note(
      Target target,
      String channel,
      RoutedAlert alert,
      Verdict verdict,
      String reason,
      Optional<Long> next) {
    state.note(group, target, channel, alert.key(), now, verdict, reason, next);
  }
}
