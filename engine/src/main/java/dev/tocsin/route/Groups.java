package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All notification groups: by their id, by when they are due, by the messages they wait for. */
final class Groups {
  private static final Comparator<NotificationGroup> ORDER =
      Comparator.comparingLong((NotificationGroup group) -> group.due)
          .thenComparingLong(group -> group.number);

  private final Placement placement;
  private final Map<GroupId, NotificationGroup> byId = new LinkedHashMap<>();
  private final TreeSet<NotificationGroup> byDue = new TreeSet<>(ORDER);

  /** Messages whose fate is not known, by their key. */
  private final Map<String, OnItsWay> onTheirWay = new HashMap<>();

  private long made;

  /**
   * A message whose fate is not known.
   *
   * @param group that it tells of
   * @param record of its channel
   */
  record OnItsWay(NotificationGroup group, ChannelRecord record) {}

  Groups(Placement placement) {
    this.placement = placement;
  }

  /** When the first of them is due; {@link NotificationGroup#NEVER} for none. */
  long nextDue() {
    return byDue.isEmpty() ? NotificationGroup.NEVER : byDue.first().due;
  }

  /** The one that is due first. */
  NotificationGroup first() {
    return byDue.first();
  }

  /** A copy, so that groups may come and go meanwhile. */
  List<NotificationGroup> all() {
    return List.copyOf(byId.values());
  }

  @Nullable NotificationGroup get(GroupId id) {
    return byId.get(id);
  }

  /** The group at a place, which is made where there is none. */
  NotificationGroup at(Placement.Place place, long now) {
    return byId.computeIfAbsent(
        place.id(),
        id ->
            new NotificationGroup(
                id,
                place.route(),
                placement.targets(place.route(), place.receiver()),
                now,
                ++made));
  }

  /** Puts a group at its place in the order, or lets go of it. */
  void enter(NotificationGroup group) {
    byDue.remove(group);
    if (group.isOver()) {
      drop(group);
      return;
    }
    group.due = group.nextDue();
    if (group.due != NotificationGroup.NEVER) {
      byDue.add(group);
    }
  }

  /** Lets go of a group, and of its messages. */
  void drop(NotificationGroup group) {
    byDue.remove(group);
    byId.remove(group.id, group);
    for (Target target : group.targets) {
      target.records().values().stream()
          .flatMap(record -> record.awaited().stream())
          .forEach(onTheirWay::remove);
    }
  }

  /** Notes that a message is on its way. */
  void sent(NotificationGroup group, ChannelRecord record, String key) {
    onTheirWay.put(key, new OnItsWay(group, record));
  }

  /** Nothing is expected of a message any more; null for none. */
  void forgets(@Nullable String key) {
    if (key != null) {
      onTheirWay.remove(key);
    }
  }

  /** A message that has arrived, or will not any more; null for one of a group that is gone. */
  @Nullable OnItsWay ended(String key) {
    return onTheirWay.remove(key);
  }

  /** What a channel needs to change its last message of the same thread. */
  Optional<String> receipt(String key) {
    return Optional.ofNullable(onTheirWay.get(key)).map(found -> found.record.receipt);
  }

  /** The keys of messages whose fate is waited for. */
  Set<String> onTheirWay() {
    return onTheirWay.entrySet().stream()
        .filter(each -> !each.getKey().equals(each.getValue().record.superseded))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Takes over the groups of other rules. */
  void adopt(Groups old) {
    made = old.made;
    for (NotificationGroup group : old.byId.values()) {
      Regrouping.of(group, placement);
      add(group);
    }
  }

  void writeTo(ByteOutput out) {
    out.writeLong(made);
    out.varint(byId.size());
    byId.values().forEach(group -> group.writeTo(out));
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @param firing alerts by key
   */
  void readFrom(ByteInput in, Map<String, RoutedAlert> firing) throws IOException {
    made = in.readLong();
    for (long left = in.varint(); left > 0; left--) {
      NotificationGroup group =
          NotificationGroup.read(in, placement.routes(), placement::receiver, firing);
      add(group);
      enter(group);
    }
  }

  private void add(NotificationGroup group) {
    byId.put(group.id, group);
    for (Target target : group.targets) {
      for (ChannelRecord record : target.records().values()) {
        record.awaited().forEach(key -> sent(group, record, key));
      }
    }
  }
}
