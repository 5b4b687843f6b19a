package dev.tocsin.peers.exact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sums by date, UTC. */
final class ExactDay {
  private final Map<LocalDate, Long> sums = new HashMap<>();

  void add(long amount, long stamp) {
    sums.merge(date(stamp), amount, Math::addExact);
  }

  /** The day that holds the instant just before a tick. */
  long at(long tick) {
    return sums.getOrDefault(date(tick - 1), 0L);
  }

  private static LocalDate date(long nanos) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1))), ZoneOffset.UTC);
  }
}
