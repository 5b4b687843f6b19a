package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which alert of one run is which of another run on the same trace, for alerts of one subject.
 *
 * <p>Two alerts may be matched when they fire at the same time, or when no more than {@code near}
 * lies between the end of one and the beginning of the other. Of all ways to match them one to one,
 * the one with the most matches is taken, and of those the one with the least sum of distances
 * between their beginnings. Alerts of one subject follow one another, so such a way exists in which
 * the matches keep the order of time; it is found by dynamic programming in the product of the two
 * numbers of alerts.
 */
final class Matching {
  private final List<PastAlert> before;
  private final List<PastAlert> after;
  private final Duration near;
  private final Instant end;

  /** How well the first so many of both can be matched. */
  private record Score(int matches, Duration distance) {
    boolean isBetterThan(Score other) {
      return matches == other.matches
          ? distance.compareTo(other.distance) < 0
          : matches > other.matches;
    }
  }

  /**
   * @param before alerts that fired, in their order
   * @param after alerts that fired, in their order
   * @param near what may lie between two that are matched
   * @param end of the trace
   */
  Matching(List<PastAlert> before, List<PastAlert> after, Duration near, Instant end) {
    this.before = before;
    this.after = after;
    this.near = near;
    this.end = end;
  }

  /** The matches in the order of time. */
  List<AlertPair> pairs() {
    List<List<Score>> scores = scores();
    List<AlertPair> pairs = new ArrayList<>();
    int i = before.size();
    int j = after.size();
    while (i > 0 && j > 0) {
      Score here = scores.get(i).get(j);
      if (here.equals(scores.get(i - 1).get(j))) {
        i--;
      } else if (here.equals(scores.get(i).get(j - 1))) {
        j--;
      } else {
        i--;
        j--;
        pairs.add(new AlertPair(before.get(i), after.get(j)));
      }
    }
    Collections.reverse(pairs);
    return pairs;
  }

  private List<List<Score>> scores() {
    List<List<Score>> scores = new ArrayList<>();
    for (int i = 0; i <= before.size(); i++) {
      List<Score> row = new ArrayList<>();
      scores.add(row);
      for (int j = 0; j <= after.size(); j++) {
        Score best = new Score(0, Duration.ZERO);
        best = i > 0 ? better(scores.get(i - 1).get(j), best) : best;
        best = j > 0 ? better(row.get(j - 1), best) : best;
        if (i > 0 && j > 0 && mayMatch(before.get(i - 1), after.get(j - 1))) {
          Score rest = scores.get(i - 1).get(j - 1);
          AlertPair pair = new AlertPair(before.get(i - 1), after.get(j - 1));
          Score matched = new Score(rest.matches() + 1, rest.distance().plus(pair.shift().abs()));
          best = better(matched, best);
        }
        row.add(best);
      }
    }
    return scores;
  }

  private static Score better(Score score, Score other) {
    return score.isBetterThan(other) ? score : other;
  }

  private boolean mayMatch(PastAlert one, PastAlert other) {
    return between(one, other).compareTo(near) <= 0 && between(other, one).compareTo(near) <= 0;
  }

  /** Negative where they overlap. */
  private Duration between(PastAlert earlier, PastAlert later) {
    return Duration.between(earlier.ended().orElse(end), later.fired().orElseThrow());
  }
}
