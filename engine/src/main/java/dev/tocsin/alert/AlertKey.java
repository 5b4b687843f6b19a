package dev.tocsin.alert;

import dev.tocsin.plan.Group;
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

  /** By rule in the order of the file, then by group. */
  @Override
  public int compareTo(AlertKey other) {
    return ORDER.compare(this, other);
  }
}
