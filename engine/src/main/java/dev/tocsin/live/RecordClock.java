package dev.tocsin.live;

import java.util.function.LongSupplier;

/** Whether a clock can say which of two recordings was first. */
final class RecordClock {
  /** So often that the readings are compiled, as they are in a service. */
  private static final int ROUNDS = 100;

  private static final int READS = 100;

  /** Above this, threads that meet at one cache line are faster. */
  private static final long SLOW_NANOS = 100;

  private RecordClock() {}

  /**
   * Whether two readings one after the other never show the same time, and cost little. Between the
   * end of one recording and that of the next lies at least one reading.
   */
  static boolean orders(LongSupplier nanos) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, leastStep(nanos));
    }
    return 0 < least && least <= SLOW_NANOS;
  }

  private static long leastStep(LongSupplier nanos) {
    long least = Long.MAX_VALUE;
    long last = nanos.getAsLong();
    for (int read = 0; read < READS; read++) {
      long time = nanos.getAsLong();
      least = Math.min(least, time - last);
      last = time;
    }
    return least;
  }
}
