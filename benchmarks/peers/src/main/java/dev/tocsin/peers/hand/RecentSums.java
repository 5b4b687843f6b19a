package dev.tocsin.peers.hand;

/** Two sums over the last so many seconds. */
final class RecentSums {
  private final long[] firsts;
  private final long[] seconds;
  private int now;
  private long first;
  private long second;

  RecentSums(int seconds) {
    this.firsts = new long[seconds];
    this.seconds = new long[seconds];
  }

  /** Begins a second; the one that is over falls out. */
  void next() {
    now = now + 1 == firsts.length ? 0 : now + 1;
    first -= firsts[now];
    second -= seconds[now];
    firsts[now] = 0;
    seconds[now] = 0;
  }

  void add(long toFirst, long toSecond) {
    first += toFirst;
    second += toSecond;
    firsts[now] += toFirst;
    seconds[now] += toSecond;
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }
}
