package dev.tocsin.peers.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The firing intervals of one rule without flaps: what is apart by no more than two panes is one,
 * what lasts no longer than two panes is none.
 *
 * @param all what is left, cut off where the run ended
 * @param flaps how many gaps and intervals were too short
 */
record Stretches(List<Interval> all, int flaps) {

  static Stretches of(List<Interval> intervals, long paneNanos, long end) {
    List<Interval> merged = new ArrayList<>();
    int flaps = 0;
    for (Interval interval : intervals) {
      if (interval.from() >= end) {
        continue;
      }
      Interval cut = new Interval(interval.from(), Math.min(interval.until(), end));
      Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && cut.from() - last.until() <= 2 * paneNanos) {
        merged.set(merged.size() - 1, new Interval(last.from(), cut.until()));
        flaps++;
      } else {
        merged.add(cut);
      }
    }
    List<Interval> all = merged.stream().filter(each -> each.nanos() > 2 * paneNanos).toList();
    return new Stretches(all, flaps + merged.size() - all.size());
  }
}
