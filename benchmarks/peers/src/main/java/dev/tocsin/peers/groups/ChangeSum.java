package dev.tocsin.peers.groups;

import dev.tocsin.peers.rules.Alarm;
import java.util.Objects;

/**
 * Counts what changed and sums up what it was, in any order: equal sums stand for equal changes.
 */
final class ChangeSum implements Alarm {
  private long changes;
  private long sum;

  @Override
  public void changed(int rule, String group, long tick, boolean firing) {
    changes++;
    long mixed = Objects.hash(rule, group, tick, firing) * 0x9E3779B97F4A7C15L;
    sum += mixed ^ (mixed >>> 32);
  }

  long changes() {
    return changes;
  }

  boolean isLike(ChangeSum other) {
    return changes == other.changes && sum == other.sum;
  }
}
