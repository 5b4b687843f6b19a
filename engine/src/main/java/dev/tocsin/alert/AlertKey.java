package dev.tocsin.alert;

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
 */
public record AlertKey(int rule, Group group) implements Comparable<AlertKey> {
  private static final Comparator<AlertKey> ORDER =
      Comparator.comparingInt(AlertKey::rule).thenComparing(AlertKey::group);

  /** Writes it so that {@link #read} gives an equal one. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(rule);
    ValueWriter values = new ValueWriter(out);
    values.values(group.dimensions());
    values.values(group.values());
  }

  /** Reads what {@link #writeTo} wrote. */
  public static AlertKey read(DataInput in) throws IOException {
    int rule = in.readInt();
    ValueReader values = new ValueReader(in);
    return new AlertKey(rule, new Group(values.values(), values.values()));
  }

  /** By rule in the order of the file, then by group. */
  @Override
  public int compareTo(AlertKey other) {
    return ORDER.compare(this, other);
  }
}
