package dev.tocsin.testkit.timeline;

import dev.tocsin.testkit.timeline.Entry.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which lines are shown: those of the alert in question that lie nearest to a span, then others;
 * what was injected has some places of its own.
 */
record Selection(Instant from, Instant until, int most) {
  private static final int MOST_MARKS = 3;

  /** The lines that are shown, of all lines in the order of time. */
  Set<Entry> of(List<Entry> all) {
    Set<Entry> shown = Collections.newSetFromMap(new IdentityHashMap<>()); // lines may be alike
    shown.addAll(nearest(all, each -> each.kind() == Kind.MARK, MOST_MARKS));
    shown.addAll(nearest(all, Entry::own, most));
    int rest = most - shown.size();
    shown.addAll(nearest(all, each -> each.kind() != Kind.MARK && !each.own(), rest));
    return shown;
  }

  private List<Entry> nearest(List<Entry> all, Predicate<Entry> wanted, int places) {
    return all.stream()
        .filter(wanted)
        .sorted(Comparator.comparing(each -> each.distance(from, until)))
        .limit(Math.max(0, places))
        .toList();
  }
}
