package dev.tocsin.live;

import java.time.Duration;
import java.util.Optional;

/** Knows when the next heartbeat is due. */
final class Heart {
  private final long everyNanos;
  private long next = Long.MIN_VALUE;

  Heart(Optional<Duration> every) {
    everyNanos = every.map(Duration::toNanos).orElse(0L);
  }

  /** Whether one is due at a tick; the first tick has one. */
  boolean beats(long tick) {
    if (everyNanos == 0 || tick < next) {
      return false;
    }
    next = tick + everyNanos;
    return true;
  }
}
