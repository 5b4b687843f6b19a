package dev.tocsin.cli.init;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What there is in a trace, so that rules can be made for it. */
final class TraceContents {
  /** More values than this are not looked at one by one. */
  private static final int MOST_VALUES = 10_000;

  private final SortedSet<String> features = new TreeSet<>();
  private final SortedSet<String> users = new TreeSet<>();
  private final SortedMap<String, ScoreRange> scores = new TreeMap<>();
  private boolean tasks;
  private boolean allFail = true;
  private long calls;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long longestGap;

  private TraceContents() {}

  /**
   * Reads a trace to its end; lines that cannot be used are passed over.
   *
   * @throws dev.tocsin.replay.TraceException when it cannot be read
   */
  static TraceContents read(Recording trace) {
    TraceContents contents = new TraceContents();
    trace.read(line -> contents.add(line.event()));
    return contents;
  }

  private void add(Event event) {
    if (event instanceof Score score) {
      add(score.name(), score.value());
    } else if (event instanceof Call call) {
      add(call);
    }
  }

  private void add(Call call) {
    long time = call.timeNanos();
    if (calls > 0 && time > last) {
      longestGap = Math.max(longestGap, time - last);
    }
    calls++;
    first = Math.min(first, time);
    last = Math.max(last, time);
    allFail &= call.status() == Status.ERROR;
    tasks |= call.taskCompleted() != null;
    if (call.feature() != null && features.size() < MOST_VALUES) {
      features.add(call.feature());
    }
    if (call.user() != null && users.size() < MOST_VALUES) {
      users.add(call.user());
    }
    for (int i = 0; i < call.scoreCount(); i++) {
      add(call.scoreName(i), call.scoreBillionths(i));
    }
  }

  private void add(String score, long billionths) {
    if (billionths != Event.UNKNOWN) {
      scores.merge(score, ScoreRange.of(billionths), ScoreRange::with);
    }
  }

  long calls() {
    return calls;
  }

  /** From the first call to the last. */
  Duration span() {
    return calls == 0 ? Duration.ZERO : Duration.ofNanos(last - first);
  }

  /** Between one call and the next. */
  Duration longestGap() {
    return Duration.ofNanos(longestGap);
  }

  /** The mean time between calls. */
  Duration spacing() {
    return calls < 2 ? Duration.ZERO : span().dividedBy(calls - 1);
  }

  SortedSet<String> features() {
    return features;
  }

  SortedSet<String> users() {
    return users;
  }

  /** Scores by name; those that are only labels are not among them. */
  SortedMap<String, ScoreRange> scores() {
    return scores;
  }

  /** Whether no call went well, nor ended in another way. */
  boolean allFail() {
    return allFail;
  }

  /** Whether calls say if their task was completed. */
  boolean tasks() {
    return tasks;
  }
}
