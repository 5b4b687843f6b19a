package dev.tocsin.route;

import dev.tocsin.api.Instants;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.routing.RoutePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Alerts that are told together, and when that is due. Its timers are those of Alertmanager: the
 * first message comes {@code group_wait} after the first alert, and others at multiples of {@code
 * group_interval} after that. Where nothing can have changed, such a moment is passed over.
 */
final class NotificationGroup {
  /** Stands for "never". */
  static final long NEVER = Long.MAX_VALUE;

  private static final long PAUSE = 60_000_000_000L;

  final GroupId id;

  /** When its first alert came. */
  final long created;

  /** The younger the higher; groups that are due at once go by it. */
  final long number;

  final Map<String, GroupedAlert> alerts = new TreeMap<>();

  /** Its route; of one that is gone, only the timers are used. */
  RoutePlan route;

  List<Target> targets;

  /** The last moment at which it was looked at; {@link #NEVER} before the first. */
  long lastFlush = NEVER;

  /** The last moment at which only those were told to whom it escalates. */
  long lastEscalation = Long.MIN_VALUE;

  /** Since when there has been something new; {@link #NEVER} without. */
  long newsSince;

  /** When what keeps its alerts from being told may end; {@link #NEVER} where nothing does. */
  long recheckAt = NEVER;

  /** As it is entered in the order of groups. */
  long due = NEVER;

  NotificationGroup(GroupId id, RoutePlan route, List<Target> targets, long created, long number) {
    this.id = id;
    this.route = route;
    this.targets = List.copyOf(targets);
    this.created = created;
    this.number = number;
    this.newsSince = created;
  }

  /** Names it as long as it lives: a later one with the same labels has another. */
  String thread() {
    return id + "@" + Instants.ofNanos(created);
  }

  void news(long now) {
    newsSince = Math.min(newsSince, now);
  }

  GroupedAlert member(RoutedAlert alert) {
    alert.groups().add(this);
    return alerts.computeIfAbsent(alert.key(), key -> new GroupedAlert(alert));
  }

  /** After an error: not at once, so that it does not hold up others. */
  void lookAgain(long now) {
    lastFlush = now;
    lastEscalation = now;
    newsSince = NEVER;
    recheckAt = now + PAUSE;
  }

  /** When it is to be looked at next. */
  long nextDue() {
    return Math.min(nextFlush(), nextEscalation());
  }

  /** When all of it is to be looked at next. */
  long nextFlush() {
    if (lastFlush == NEVER) {
      return later(created, route.groupWaitNanos());
    }
    long next = Math.min(slot(newsSince), slot(recheckAt));
    for (Target target : targets) {
      for (ChannelRecord record : target.records().values()) {
        long repeat = repeatAt(record);
        next = repeat > lastFlush ? Math.min(next, slot(repeat)) : next;
      }
    }
    return next;
  }

  /** When the same news may be sent to a channel again. */
  long repeatAt(ChannelRecord record) {
    return record.last.isEmpty() || record.pending != null || record.toldAt == ChannelRecord.NEVER
        ? NEVER
        : later(record.toldAt, route.repeatIntervalNanos());
  }

  /** The first moment at or after another at which the group may speak. */
  long slot(long at) {
    if (at == NEVER || lastFlush == NEVER) {
      return at;
    }
    long interval = route.groupIntervalNanos();
    if (interval == 0) {
      return Math.max(at, lastFlush);
    }
    long passed = Math.max(0, at - lastFlush);
    long begun = passed % interval == 0 ? 0 : interval - passed % interval;
    return later(lastFlush, Math.max(interval, later(passed, begun)));
  }

  /** A moment after another; {@link #NEVER} where nanoseconds cannot count it. */
  static long later(long at, long by) {
    return by > NEVER - Math.max(0, at) ? NEVER : at + by;
  }

  /** The next moment at which an alert is told to somebody else, since nobody takes care of it. */
  private long nextEscalation() {
    long next = NEVER;
    long looked = lastFlush == NEVER ? Long.MIN_VALUE : Math.max(lastFlush, lastEscalation);
    for (int place = 1; place < targets.size(); place++) {
      for (GroupedAlert member : alerts.values()) {
        if (member.fires() && member.alert.acknowledgement() == null) {
          long at = targets.get(place).due(member);
          next = at > looked ? Math.min(next, at) : next;
        }
      }
    }
    return next;
  }

  /** Lets go of alerts of which nothing is to be told any more. */
  void tidy() {
    List.copyOf(alerts.keySet()).forEach(this::tidy);
  }

  /** Lets go of an alert if nothing of it is to be told any more. */
  void tidy(String key) {
    GroupedAlert member = alerts.get(key);
    if (member != null
        && !member.fires()
        && targets.stream().noneMatch(target -> target.hasTold(key))) {
      alerts.remove(key);
      member.alert.groups().remove(this);
    }
  }

  /** Whether nothing of it needs to be remembered. */
  boolean isOver() {
    return alerts.isEmpty() && targets.stream().allMatch(Target::isSettled);
  }

  void writeTo(ByteOutput out) {
    id.writeTo(out);
    out.writeLong(created);
    out.writeLong(number);
    out.writeLong(route.groupWaitNanos());
    out.writeLong(route.groupIntervalNanos());
    out.writeLong(route.repeatIntervalNanos());
    out.writeLong(lastFlush);
    out.writeLong(lastEscalation);
    out.writeLong(newsSince);
    out.writeLong(recheckAt);
    out.varint(targets.size());
    targets.forEach(target -> target.writeTo(out));
    out.varint(alerts.size());
    alerts.values().forEach(member -> member.writeTo(out));
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @param routes by path
   * @param firing alerts by key
   */
  static NotificationGroup read(
      ByteInput in,
      Map<String, RoutePlan> routes,
      Receiver.Names receivers,
      Map<String, RoutedAlert> firing)
      throws IOException {
    GroupId id = GroupId.read(in);
    long created = in.readLong();
    long number = in.readLong();
    RoutePlan gone = RoutePlan.gone(id.route(), in.readLong(), in.readLong(), in.readLong());
    NotificationGroup group =
        new NotificationGroup(
            id, routes.getOrDefault(id.route(), gone), List.of(), created, number);
    group.lastFlush = in.readLong();
    group.lastEscalation = in.readLong();
    group.newsSince = in.readLong();
    group.recheckAt = in.readLong();
    List<Target> targets = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      targets.add(Target.read(in, receivers));
    }
    group.targets = List.copyOf(targets);
    for (long left = in.varint(); left > 0; left--) {
      GroupedAlert member = GroupedAlert.read(in, firing);
      group.alerts.put(member.alert.key(), member);
      member.alert.groups().add(group);
    }
    return group;
  }
}
