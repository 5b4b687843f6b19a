package dev.tocsin.route;

import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one channel has been told of a group. */
final class ChannelRecord {
  static final long NEVER = Long.MAX_VALUE;

  /** Alerts of which it was told that they fire, and not yet that they have resolved. */
  final Map<String, Severity> told = new LinkedHashMap<>();

  /** What fired in its last message. */
  Map<String, Severity> last = Map.of();

  /** When it was told the last time; {@link #NEVER} before, and while that is on its way. */
  long toldAt = NEVER;

  /** Whether nobody tries its last message any more. */
  boolean givenUp;

  /** The message that is on its way. */
  @Nullable String pending;

  /** When that was made. */
  long pendingAt;

  /** The message that it took the place of; it may have been tried just then, and arrive. */
  @Nullable String superseded;

  /** Ends of alerts that the message on its way tells. */
  final List<Transition> owed = new ArrayList<>();

  /** Messages whose fate changes nothing but that their receipts are of use. */
  final Set<String> aside = new LinkedHashSet<>();

  /** What the channel needs to change its last message. */
  @Nullable String receipt;

  private long messages;

  /** Whether nothing of it is waited for. */
  boolean isSettled() {
    return told.isEmpty() && pending == null && aside.isEmpty();
  }

  /** How many messages it has had. */
  long number() {
    return messages;
  }

  long nextNumber() {
    return ++messages;
  }

  /** The keys of messages that it may hear of. */
  List<String> awaited() {
    List<String> keys = new ArrayList<>(aside);
    if (pending != null) {
      keys.add(pending);
    }
    if (superseded != null) {
      keys.add(superseded);
    }
    return keys;
  }

  void forget(Predicate<String> alerts) {
    told.keySet().removeIf(alerts);
    Map<String, Severity> rest = new LinkedHashMap<>(last);
    rest.keySet().removeIf(alerts);
    last = rest;
    owed.removeIf(end -> alerts.test(end.alertKey()));
  }

  void writeTo(ByteOutput out) {
    severities(told, out);
    severities(last, out);
    out.writeLong(toldAt);
    out.writeBoolean(givenUp);
    text(pending, out);
    out.writeLong(pendingAt);
    text(superseded, out);
    out.varint(owed.size());
    owed.forEach(end -> TransitionCodec.write(end, out));
    out.varint(aside.size());
    aside.forEach(out::text);
    text(receipt, out);
    out.writeLong(messages);
  }

  static ChannelRecord read(ByteInput in) throws IOException {
    ChannelRecord record = new ChannelRecord();
    record.told.putAll(severities(in));
    record.last = severities(in);
    record.toldAt = in.readLong();
    record.givenUp = in.readBoolean();
    record.pending = text(in);
    record.pendingAt = in.readLong();
    record.superseded = text(in);
    for (long left = in.varint(); left > 0; left--) {
      record.owed.add(TransitionCodec.read(in));
    }
    for (long left = in.varint(); left > 0; left--) {
      record.aside.add(in.text());
    }
    record.receipt = text(in);
    record.messages = in.readLong();
    return record;
  }

  private static void severities(Map<String, Severity> severities, ByteOutput out) {
    out.varint(severities.size());
    severities.forEach(
        (alert, severity) -> {
          out.text(alert);
          out.text(severity.name());
        });
  }

  private static Map<String, Severity> severities(ByteInput in) throws IOException {
    Map<String, Severity> severities = new LinkedHashMap<>();
    for (long left = in.varint(); left > 0; left--) {
      severities.put(in.text(), Severity.valueOf(in.text()));
    }
    return severities;
  }

  private static void text(@Nullable String text, ByteOutput out) {
    out.writeBoolean(text != null);
    if (text != null) {
      out.text(text);
    }
  }

  private static @Nullable String text(ByteInput in) throws IOException {
    return in.readBoolean() ? in.text() : null;
  }
}
