package dev.tocsin.alert;

import dev.tocsin.api.AlertReason;
import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.plan.Group;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * Which alert: at most one lives at a time for each.
 *
 * @param rule the rule's place in the plan
 * @param group the rule's group
 * @param reason why it is there
 */
public record AlertKey(int rule, Group group, AlertReason reason) implements Comparable<AlertKey> {
  private static final Comparator<AlertKey> ORDER =
      Comparator.comparingInt(AlertKey::rule)
          .thenComparing(AlertKey::group)
          .thenComparing(AlertKey::reason);

  /** The alert of a condition that is true. */
  public AlertKey(int rule, Group group) {
    this(rule, group, AlertReason.CONDITION);
  }

  /** Of the same group, for another reason. */
  AlertKey of(AlertReason other) {
    return new AlertKey(rule, group, other);
  }

  /** The same of a rule at another place. */
  public AlertKey at(int otherRule) {
    return new AlertKey(otherRule, group, reason);
  }

  /** The one alert of a rule for all groups that are over its limit. */
  static AlertKey overflow(int rule) {
    return new AlertKey(rule, Group.ALL, AlertReason.OVERFLOW);
  }

  /** Writes it so that {@link #read} gives an equal one. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(rule);
    ValueWriter values = new ValueWriter(out);
    values.values(group.dimensions());
    values.values(group.values());
    out.writeUTF(reason.name());
  }

  /** Reads what {@link #writeTo} wrote. */
  public static AlertKey read(DataInput in) throws IOException {
    int rule = in.readInt();
    ValueReader values = new ValueReader(in);
    Group group = new Group(values.values(), values.values());
    return new AlertKey(rule, group, AlertReason.valueOf(in.readUTF()));
  }

  /** By rule in the order of the file, then by group, what is true before what is unknown. */
  @Override
  public int compareTo(AlertKey other) {
    return ORDER.compare(this, other);
  }
}
