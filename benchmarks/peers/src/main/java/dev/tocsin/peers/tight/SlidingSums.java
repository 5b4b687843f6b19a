package dev.tocsin.peers.tight;

/** Two sums over a sliding window. */
final class SlidingSums {
  private static final int PANES = 60;

  private final PaneRing ring;
  private final long[] firsts = new long[PANES + 1];
  private final long[] seconds = new long[PANES + 1];
  private long first;
  private long second;

  SlidingSums(long paneNanos) {
    ring = new PaneRing(paneNanos, PANES);
  }

  /** Adds what a second brought, and moves to its end. */
  void add(long toFirst, long toSecond, long tick) {
    ring.opensWith(tick);
    int open = ring.open();
    firsts[open] += toFirst;
    seconds[open] += toSecond;
    first += toFirst;
    second += toSecond;
    if (ring.endsAt(tick)) {
      int leaving = ring.back(PANES);
      first -= firsts[leaving];
      second -= seconds[leaving];
      firsts[leaving] = 0;
      seconds[leaving] = 0;
    }
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }
}
