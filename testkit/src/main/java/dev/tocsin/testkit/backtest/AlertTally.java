package dev.tocsin.testkit.backtest;

import java.time.Instant;
import java.util.List;

/**
 * What some alerts came to.
 *
 * @param alerts how many fired
 * @param waited how many waited and never fired
 * @param stillFiring how many fired at the end of the trace
 * @param flapped how many of those that fired flapped
 * @param firing how long they fired, up to the end of the trace
 */
public record AlertTally(
    long alerts, long waited, long stillFiring, long flapped, FiringTimes firing) {
  static AlertTally of(List<PastAlert> all, Instant end) {
    List<PastAlert> fired = all.stream().filter(PastAlert::hasFired).toList();
    return new AlertTally(
        fired.size(),
        all.stream().filter(alert -> !alert.hasFired() && alert.ended().isPresent()).count(),
        fired.stream().filter(alert -> alert.ended().isEmpty()).count(),
        fired.stream().filter(PastAlert::flapped).count(),
        FiringTimes.of(fired.stream().map(alert -> alert.firing(end)).toList()));
  }
}
