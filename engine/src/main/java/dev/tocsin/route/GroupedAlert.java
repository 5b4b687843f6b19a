package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An alert as a member of a group. */
final class GroupedAlert {
  /** Stands for "not yet". */
  static final long NEVER = Long.MAX_VALUE;

  final RoutedAlert alert;

  /** Where it goes if the receiver has no name. */
  List<String> channels = List.of();

  /** When the group's first receiver was told of it. */
  long firstTold = NEVER;

  /** Whether the budget of the route has let it in. */
  boolean admitted;

  /** Whether it goes elsewhere by now, and stays only until it was told that it has resolved. */
  boolean left;

  GroupedAlert(RoutedAlert alert) {
    this.alert = alert;
  }

  boolean fires() {
    return !left && !alert.isResolved();
  }

  /** The router knows those that fire. */
  void writeTo(ByteOutput out) {
    out.text(alert.key());
    out.writeBoolean(alert.isResolved());
    if (alert.isResolved()) {
      alert.writeTo(out);
    }
    out.varint(channels.size());
    channels.forEach(out::text);
    out.writeLong(firstTold);
    out.writeBoolean(admitted);
    out.writeBoolean(left);
  }

  static GroupedAlert read(ByteInput in, Map<String, RoutedAlert> firing) throws IOException {
    String key = in.text();
    RoutedAlert alert = in.readBoolean() ? RoutedAlert.read(in) : firing.get(key);
    if (alert == null) {
      throw new IOException("no alert has the key " + key);
    }
    GroupedAlert member = new GroupedAlert(alert);
    List<String> channels = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      channels.add(in.text());
    }
    member.channels = List.copyOf(channels);
    member.firstTold = in.readLong();
    member.admitted = in.readBoolean();
    member.left = in.readBoolean();
    return member;
  }
}
