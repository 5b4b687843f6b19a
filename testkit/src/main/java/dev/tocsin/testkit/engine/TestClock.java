package dev.tocsin.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told, and only forward. Thread-safe. */
public final class TestClock implements InstantSource {
  private volatile Instant now;

  /** A clock that stands at a time. */
  public TestClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves it.
   *
   * @return the time it is then
   * @throws IllegalArgumentException for a negative duration
   */
  public synchronized Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + by);
    }
    now = now.plus(by);
    return now;
  }
}
