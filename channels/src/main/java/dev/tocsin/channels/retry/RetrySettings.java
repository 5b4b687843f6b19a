package dev.tocsin.channels.retry;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How often and when a channel tries again by itself. This is for troubles of seconds; those of
 * hours are the engine's, which repeats a failed message for a day.
 *
 * @param retries after the first attempt, 0 or more
 * @param firstPause before the first retry; doubled before each further one, with a quarter of
 *     jitter
 * @param longestPause the most between two attempts; also the longest {@code Retry-After} that is
 *     waited for. For a longer one the attempt fails, and nothing is sent before it is over
 * @param patience no retry begins later than this after the first attempt
 * @param circuitFailures so many failures in a row, and nothing is sent for a while
 * @param circuitPause how long; then one attempt decides
 * @param clock for {@code Retry-After} and for what is left of a time-out
 */
public record RetrySettings(
    int retries,
    Duration firstPause,
    Duration longestPause,
    Duration patience,
    int circuitFailures,
    Duration circuitPause,
    InstantSource clock) {

  public RetrySettings {
    requireNonNull(clock, "clock");
    if (retries < 0 || circuitFailures < 1) {
      throw new IllegalArgumentException("retries from 0, circuitFailures from 1");
    }
    if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) <= 0) {
      throw new IllegalArgumentException("firstPause is above 0 and below longestPause");
    }
  }

  /**
   * Two retries, 500 ms and 1 s apart, at most 5 s apart, begun within 20 s; after 5 failures
   * nothing for 30 s. With the time-outs of the channels all of it is over within the 30 s that the
   * engine gives to a message.
   */
  public static RetrySettings standard() {
    return new RetrySettings(
        2,
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        5,
        Duration.ofSeconds(30),
        Clock.systemUTC());
  }
}
