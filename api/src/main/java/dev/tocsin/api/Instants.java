package dev.tocsin.api;

import java.time.Instant;

/** Instants as nanoseconds since the epoch, the form in which the engine keeps time. */
public final class Instants {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Instants() {}

  /** The instant {@code nanos} nanoseconds after the epoch (before it when negative). */
  public static Instant ofNanos(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  /**
   * Nanoseconds since the epoch.
   *
   * @throws ArithmeticException for instants before 1677 or after 2262
   */
  public static long toNanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }
}
