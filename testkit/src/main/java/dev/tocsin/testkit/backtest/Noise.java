package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much of what fired was noise. An alert that fired is noise when at least one of these holds:
 *
 * <ul>
 *   <li>it was short: over less than {@link #SHORT} after it began to fire;
 *   <li>it flapped;
 *   <li>it was a repeat: an alert of the same rule, group and reason ended less than {@link
 *       #REPEATED} before it began to fire.
 * </ul>
 *
 * <p>The score is the number of alerts that are noise over the number that fired: 0 is best, 1
 * worst. Where nothing fired there is none.
 *
 * @param alerts how many fired
 * @param noisy how many of them are noise
 * @param brief how many were short
 * @param flapped how many flapped
 * @param repeated how many were repeats
 */
public record Noise(long alerts, long noisy, long brief, long flapped, long repeated) {
  /** An alert that is over before anybody could look. */
  public static final Duration SHORT = Duration.ofMinutes(5);

  /** An alert that comes back so soon tells nothing new. */
  public static final Duration REPEATED = Duration.ofHours(1);

  static Noise of(List<PastAlert> all) {
    Map<PastAlert.Subject, Instant> ends = new HashMap<>();
    Noise found = new Noise(0, 0, 0, 0, 0);
    for (PastAlert alert : all.stream().filter(PastAlert::hasFired).toList()) {
      found = found.with(isBrief(alert), alert.flapped(), isRepeat(alert, ends));
      alert.ended().ifPresent(end -> ends.put(alert.subject(), end));
    }
    return found;
  }

  private Noise with(boolean wasBrief, boolean hasFlapped, boolean wasRepeat) {
    return new Noise(
        alerts + 1,
        noisy + (wasBrief || hasFlapped || wasRepeat ? 1 : 0),
        brief + (wasBrief ? 1 : 0),
        flapped + (hasFlapped ? 1 : 0),
        repeated + (wasRepeat ? 1 : 0));
  }

  private static boolean isBrief(PastAlert alert) {
    return alert.ended().isPresent() && alert.firing(Instant.MAX).compareTo(SHORT) < 0;
  }

  /** Alerts of one subject follow one another, so the last end is enough. */
  private static boolean isRepeat(PastAlert alert, Map<PastAlert.Subject, Instant> ends) {
    Instant end = ends.get(alert.subject());
    return end != null
        && Duration.between(end, alert.fired().orElseThrow()).compareTo(REPEATED) < 0;
  }

  /** From 0 to 1; empty where nothing fired. */
  public OptionalDouble score() {
    return alerts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) noisy / alerts);
  }
}
