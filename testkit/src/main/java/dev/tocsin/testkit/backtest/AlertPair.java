package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.time.Instant;

/**
 * An alert under old rules and the same under new ones. Both fired.
 *
 * @param before under the old rules
 * @param after under the new rules
 */
public record AlertPair(PastAlert before, PastAlert after) {

  /** How much later it begins to fire under the new rules; negative for earlier. */
  public Duration shift() {
    return Duration.between(before.fired().orElseThrow(), after.fired().orElseThrow());
  }

  /**
   * How much longer it fires under the new rules; negative for shorter.
   *
   * @param end of the trace
   */
  public Duration lengthened(Instant end) {
    return after.firing(end).minus(before.firing(end));
  }

  /** Whether its worst severity is another. */
  public boolean changesSeverity() {
    return before.severity() != after.severity();
  }

  /** Whether others are told of it. */
  public boolean changesReceivers() {
    return !before.receivers().equals(after.receivers());
  }

  /** Whether it begins at another time, has another severity, or is told to others. */
  public boolean isMoved() {
    return !shift().isZero() || changesSeverity() || changesReceivers();
  }
}
