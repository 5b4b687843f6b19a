package dev.tocsin.testkit.timeline;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did around a moment: transitions, messages, actions, readings that were asked for,
 * and what was injected, with a line for what was expected. Lines of the alert in question come
 * first; where lines are cut, their number is said. Immutable.
 */
public final class Timeline {
  /** More lines than this are cut. */
  public static final int MOST_LINES = 12;

  private final Replay replay;
  private final BiPredicate<String, Map<String, String>> own;
  private final Instant from;
  private final Instant until;
  private final @Nullable String expected;

  private Timeline(
      Replay replay,
      BiPredicate<String, Map<String, String>> own,
      Instant from,
      Instant until,
      @Nullable String expected) {
    this.replay = replay;
    this.own = own;
    this.from = from;
    this.until = until;
    this.expected = expected;
  }

  /** Of a replay as a whole. */
  public static Timeline of(Replay replay) {
    return new Timeline(replay, (rule, group) -> true, replay.start(), replay.end(), null);
  }

  /** In which a rule is in question. */
  public Timeline about(String rule) {
    return about((other, group) -> other.equals(rule));
  }

  /** In which an alert is in question: one group of a rule. */
  public Timeline about(String rule, Map<String, String> group) {
    return about((other, its) -> other.equals(rule) && its.equals(group));
  }

  /** In which alerts of some rules and groups are in question. */
  public Timeline about(BiPredicate<String, Map<String, String>> alerts) {
    return new Timeline(replay, alerts, from, until, expected);
  }

  /** Around a span. */
  public Timeline around(Instant first, Instant last) {
    return new Timeline(replay, own, first, last, expected);
  }

  /** Around a moment at which something was expected. */
  public Timeline expected(String what, Instant at) {
    return new Timeline(replay, own, at, at, what);
  }

  /** Around a span in which something was expected; the line for it stands at its end. */
  public Timeline expected(String what, Instant first, Instant last) {
    if (first.equals(last)) {
      return expected(what, first);
    }
    String within = what + ", " + ReplayTimes.of(replay).span(first, last);
    return new Timeline(replay, own, first, last, within);
  }

  /** As lines; the last one ends without a line feed. */
  public String text() {
    ReplayTimes times = ReplayTimes.of(replay);
    List<Entry> all = Entries.of(replay, own);
    Set<Entry> shown = new Selection(from, until, MOST_LINES).of(all);
    List<Entry> frame = frame(times);
    all.addAll(frame);
    shown.addAll(frame);
    all.sort(Comparator.comparing(Entry::time).thenComparing(Entry::kind));
    return new TimelineText(times, shown).of(all);
  }

  private List<Entry> frame(ReplayTimes times) {
    List<Entry> frame = new ArrayList<>();
    String begin = "trace begins (" + times.date(replay.start()) + ", " + times.zone() + ")";
    frame.add(new Entry(replay.start(), Kind.BEGIN, "", "", begin, false));
    if (expected != null) {
      frame.add(new Entry(until, Kind.EXPECTED, "expected", "", expected, true));
    }
    frame.add(new Entry(replay.end(), Kind.END, "", "", "replay ends", false));
    return frame;
  }

  @Override
  public String toString() {
    return text();
  }
}
