package dev.tocsin.peers.rules;

import dev.tocsin.api.Instants;
import dev.tocsin.peers.rules.Firings.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the firings of a contender compare with exact ones. Each interval of either that is longer
 * than two panes must overlap one of the other; then its edges are compared, to one pane.
 *
 * @param agreed intervals with both edges within a pane
 * @param shifted those that overlap, with an edge that is further off
 * @param missing those of the exact reference that the contender has not
 * @param extra those of the contender that the exact reference has not
 * @param flaps intervals and gaps of the contender that are too short to be compared
 * @param differences each shifted, missing and extra one in words
 */
public record Agreement(
    int agreed, int shifted, int missing, int extra, int flaps, List<String> differences) {

  /** Whether nothing differs but flaps. */
  public boolean isFull() {
    return shifted + missing + extra == 0;
  }

  /**
   * Compares all rules but those of drift.
   *
   * @param end up to when both ran, nanoseconds since the epoch
   */
  public static Agreement of(RuleSet rules, Firings exact, Firings others, long end) {
    Count count = new Count();
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        count.compare(rule, of(rule, exact, end), of(rule, others, end));
      }
    }
    return new Agreement(
        count.agreed, count.shifted, count.missing, count.extra, count.flaps, count.differences);
  }

  private static Stretches of(Rule rule, Firings firings, long end) {
    Map<Alert, List<Interval>> all = firings.intervals();
    List<Interval> intervals = all.getOrDefault(new Alert(rule.index(), Alarm.ALL), List.of());
    return Stretches.of(intervals, rule.metric().paneNanos(), end);
  }

  private static final class Count {
    private int agreed;
    private int shifted;
    private int missing;
    private int extra;
    private int flaps;
    private final List<String> differences = new ArrayList<>();

    private void compare(Rule rule, Stretches exact, Stretches others) {
      flaps += others.flaps();
      for (Interval interval : exact.all()) {
        Interval found = overlapping(interval, others);
        if (found == null) {
          missing++;
          differences.add(rule.name() + " missing " + text(interval));
        } else if (near(interval.from(), found.from(), rule)
            && near(interval.until(), found.until(), rule)) {
          agreed++;
        } else {
          shifted++;
          differences.add(rule.name() + " exactly " + text(interval) + ", here " + text(found));
        }
      }
      for (Interval interval : others.all()) {
        if (overlapping(interval, exact) == null) {
          extra++;
          differences.add(rule.name() + " extra " + text(interval));
        }
      }
    }

    private static @Nullable Interval overlapping(Interval interval, Stretches others) {
      return others.all().stream().filter(interval::overlaps).findFirst().orElse(null);
    }

    private static boolean near(long one, long other, Rule rule) {
      return Math.abs(one - other) <= rule.metric().paneNanos();
    }

    private static String text(Interval interval) {
      return Instants.ofNanos(interval.from()) + " to " + Instants.ofNanos(interval.until());
    }
  }
}
