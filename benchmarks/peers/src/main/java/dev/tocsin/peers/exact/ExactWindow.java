package dev.tocsin.peers.exact;

import java.util.ArrayDeque;
import java.util.Deque;

/** Every number of a sliding window. */
final class ExactWindow {
  private final long lengthNanos;
  private final boolean sorted;
  private final Deque<Numbered> numbers = new ArrayDeque<>();
  private final RankTree ranks = new RankTree();
  private long sum;

  private record Numbered(long stamp, long number) {}

  /**
   * @param sorted whether a percentile is asked for
   */
  ExactWindow(long lengthNanos, boolean sorted) {
    this.lengthNanos = lengthNanos;
    this.sorted = sorted;
  }

  void add(long stamp, long number) {
    numbers.addLast(new Numbered(stamp, number));
    sum += number;
    if (sorted) {
      ranks.add(number, 1);
    }
  }

  void advance(long tick) {
    while (!numbers.isEmpty() && numbers.getFirst().stamp < tick - lengthNanos) {
      long number = numbers.removeFirst().number;
      sum -= number;
      if (sorted) {
        ranks.add(number, -1);
      }
    }
  }

  long samples() {
    return numbers.size();
  }

  long sum() {
    return sum;
  }

  /** By nearest rank; NaN where there is nothing. */
  double percentile95() {
    return numbers.isEmpty() ? Double.NaN : ranks.number((95L * numbers.size() + 99) / 100);
  }
}
