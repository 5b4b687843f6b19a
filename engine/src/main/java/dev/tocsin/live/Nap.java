package dev.tocsin.live;

/** How long the engine's thread waits for more events, by how many it found. */
final class Nap {
  /** How long events may lie in the queue at most. */
  static final long LONGEST_NANOS = 10_000_000L;

  /** A shorter one takes no less time, as operating systems wake threads. */
  static final long SHORTEST_NANOS = 50_000L;

  private static final int MUCH = 4;
  private static final int SOME = 16;

  private final int capacity;
  private long nanos = LONGEST_NANOS;

  /**
   * @param capacity of the queue
   */
  Nap(int capacity) {
    this.capacity = capacity;
  }

  /**
   * None after a quarter of the queue or more; half the last one after more than a sixteenth; else
   * twice the last one.
   *
   * @param taken events since the last nap
   */
  long after(int taken) {
    if (taken >= Math.max(1, capacity / MUCH)) {
      nanos = 0;
    } else if (taken > capacity / SOME) {
      nanos = nanos / 2 < SHORTEST_NANOS ? 0 : nanos / 2;
    } else {
      nanos = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, 2 * nanos));
    }
    return nanos;
  }
}
