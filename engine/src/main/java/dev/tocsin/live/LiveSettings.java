package dev.tocsin.live;

import dev.tocsin.core.EngineLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How an engine lives inside a service.
 *
 * @param clock tells the time; the only clock there is
 * @param byHand whether ticks come from the host and everything runs on its thread
 * @param queueCapacity events that may wait for the engine
 * @param blockWhenFull whether recording waits for a place instead of dropping
 * @param evaluationDelay how long after a tick's time the tick runs
 * @param maxAhead how far ahead of the clock a stamp may be
 * @param heartbeat how often channels hear that the engine is alive, if at all
 * @param closePatience how long closing waits for evaluators and channels to finish
 * @param limits of the engine itself
 */
public record LiveSettings(
    InstantSource clock,
    boolean byHand,
    int queueCapacity,
    boolean blockWhenFull,
    Duration evaluationDelay,
    Duration maxAhead,
    Optional<Duration> heartbeat,
    Duration closePatience,
    EngineLimits limits) {

  /** The system's clock, 65,536 events, ticks 1 s late, stamps up to 1 min ahead. */
  public static final LiveSettings DEFAULT =
      new LiveSettings(
          InstantSource.system(),
          false,
          1 << 16,
          false,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Optional.empty(),
          Duration.ofSeconds(5),
          EngineLimits.DEFAULT);

  public LiveSettings {
    if (queueCapacity < 2) {
      throw new IllegalArgumentException("queue capacity must be at least 2: " + queueCapacity);
    }
    notNegative("evaluation delay", evaluationDelay);
    notNegative("allowed lateness", limits.allowedLateness());
    heartbeat.ifPresent(
        every -> {
          if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("heartbeat must be at least 1 s: " + every);
          }
        });
  }

  private static void notNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative: " + value);
    }
  }
}
