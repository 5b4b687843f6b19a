package dev.tocsin.api;

import java.time.Instant;

/**
 * One input of the engine: something that happened in or around a service that calls language
 * models. All implementations are immutable and may be shared between threads.
 *
 * <p>Numbers are kept as integers, so that folding them is exact and independent of order: times in
 * nanoseconds since the epoch, durations in microseconds, money in nano-dollars (1e-9 USD), scores
 * and measurements in billionths. A number that is not known is {@link #UNKNOWN}, never 0.
 */
public sealed interface Event permits Call, Score, Deployment, Measure {

  /** The value of every number that an event does not carry. */
  long UNKNOWN = Long.MIN_VALUE;

  /**
   * When the outcome was known, in nanoseconds since the epoch: for a call its end. Windows,
   * budgets and prices go by this stamp.
   */
  long timeNanos();

  /** The stamp as an instant; allocates. */
  default Instant time() {
    return Instants.ofNanos(timeNanos());
  }
}
