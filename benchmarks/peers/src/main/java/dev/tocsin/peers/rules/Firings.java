package dev.tocsin.peers.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Remembers when alerts fired. */
public final class Firings implements Alarm {
  private final SortedMap<Alert, List<Interval>> intervals = new TreeMap<>();
  private long changes;

  /**
   * What fires.
   *
   * @param rule its place in the rule set
   * @param group what it is about, or {@link Alarm#ALL}
   */
  public record Alert(int rule, String group) implements Comparable<Alert> {
    @Override
    public int compareTo(Alert other) {
      return rule == other.rule ? group.compareTo(other.group) : Integer.compare(rule, other.rule);
    }
  }

  @Override
  public void changed(int rule, String group, long tick, boolean firing) {
    changes++;
    List<Interval> of = intervals.computeIfAbsent(new Alert(rule, group), a -> new ArrayList<>());
    if (firing) {
      of.add(new Interval(tick, Interval.OPEN));
      return;
    }
    Interval last = of.isEmpty() ? new Interval(tick, tick) : of.get(of.size() - 1);
    if (last.until() != Interval.OPEN) {
      throw new IllegalStateException("rule " + rule + " ends to fire, but did not fire");
    }
    of.set(of.size() - 1, new Interval(last.from(), tick));
  }

  /** By alert, each in the order of time. */
  public Map<Alert, List<Interval>> intervals() {
    return Collections.unmodifiableMap(intervals);
  }

  /** How often an alert began or ended to fire. */
  public long changes() {
    return changes;
  }
}
