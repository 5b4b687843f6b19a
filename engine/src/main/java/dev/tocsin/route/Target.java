package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One receiver of a group, and what each of its channels has been told.
 *
 * @param level 0 is told first, the others when nobody acknowledges
 * @param afterNanos since an alert was first told; 0 at level 0, {@link #RETIRED} for one that is
 *     told of ends alone
 * @param receiver who
 * @param records by channel
 */
record Target(int level, long afterNanos, Receiver receiver, Map<String, ChannelRecord> records) {
  /** For a receiver that the rule file does not name here any more. */
  static final long RETIRED = Long.MAX_VALUE;

  static Target of(int level, long afterNanos, Receiver receiver) {
    Target target = new Target(level, afterNanos, receiver, new LinkedHashMap<>());
    receiver.channels().forEach(target::record);
    return target;
  }

  /** The record of a channel, which is made where there is none. */
  ChannelRecord record(String channel) {
    return records.computeIfAbsent(channel, key -> new ChannelRecord());
  }

  /** The same with nobody to be told anything new. */
  Target retired() {
    return new Target(level, RETIRED, receiver, records);
  }

  /** Whether it is the same receiver at the same level. */
  boolean isSameAs(Target other) {
    return level == other.level && receiver.name().equals(other.receiver.name());
  }

  /** As keys of messages call it: a receiver that is told at two levels has two names. */
  String keyPart(String channel) {
    return receiver.name(channel) + (level == 0 ? "" : " at step " + level);
  }

  /** When an alert that was first told at some moment is told here; never before it was. */
  long due(GroupedAlert member) {
    return level > 0 && (member.firstTold == GroupedAlert.NEVER || afterNanos == RETIRED)
        ? GroupedAlert.NEVER
        : level > 0 ? NotificationGroup.later(member.firstTold, afterNanos) : Long.MIN_VALUE;
  }

  /** Whether a channel of it is for an alert. */
  boolean isFor(GroupedAlert member, String channel) {
    return afterNanos != RETIRED
        && (receiver.isUnnamed() ? member.channels : receiver.channels()).contains(channel);
  }

  boolean hasTold(String alert) {
    return records.values().stream().anyMatch(record -> record.told.containsKey(alert));
  }

  boolean isSettled() {
    return records.values().stream().allMatch(ChannelRecord::isSettled);
  }

  void writeTo(ByteOutput out) {
    out.writeInt(level);
    out.writeLong(afterNanos);
    receiver.writeTo(out);
    out.varint(records.size());
    records.forEach(
        (channel, record) -> {
          out.text(channel);
          record.writeTo(out);
        });
  }

  static Target read(ByteInput in, Receiver.Names named) throws IOException {
    int level = in.readInt();
    long after = in.readLong();
    Target target = new Target(level, after, Receiver.read(in, named), new LinkedHashMap<>());
    for (long left = in.varint(); left > 0; left--) {
      target.records.put(in.text(), ChannelRecord.read(in));
    }
    return target;
  }
}
