package dev.tocsin.live;

/** The time that orders what different threads record. */
final class RecordClock {
  private static final int READS = 1_000;

  /** Above this, threads that meet at one cache line are faster. */
  private static final long SLOW_NANOS = 100;

  /**
   * Whether two readings one after the other never show the same time, and cost little. Between the
   * ends of one recording and the next lies at least that.
   */
  static final boolean ORDERS = orders();

  private RecordClock() {}

  /** Only differences mean something. */
  static long now() {
    return System.nanoTime();
  }

  private static boolean orders() {
    long least = Long.MAX_VALUE;
    long last = now();
    for (int read = 0; read < READS; read++) {
      long time = now();
      least = Math.min(least, time - last);
      last = time;
    }
    return 0 < least && least <= SLOW_NANOS;
  }
}
