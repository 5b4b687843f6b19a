package dev.tocsin.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.Transition;
import dev.tocsin.core.AlertStanding;
import dev.tocsin.core.ComparisonStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an alert stood at a time of a trace.
 *
 * @param rule its rule
 * @param group dimension to value
 * @param at the time
 * @param traceFrom the stamp of the first event
 * @param standing as of the last tick at or before the time
 * @param last what happened to it last up to that time, if anything
 * @param extremes for each comparison the value that came nearest to making it hold, or went
 *     furthest, in the last day before the time; none where it had no data, or where neither side
 *     is a constant
 * @param decisions why each channel was told of it or was not, in order, as if all that was sent
 *     had arrived
 * @param outlook if it fires, how it stands with each channel, and when that is told next
 */
public record AlertFinding(
    String rule,
    Map<String, String> group,
    Instant at,
    Instant traceFrom,
    AlertStanding standing,
    Optional<Transition> last,
    List<Optional<Extreme>> extremes,
    List<NotificationDecision> decisions,
    List<NotificationDecision> outlook) {

  /**
   * A value at a tick.
   *
   * @param value in the unit as shown
   * @param time the first tick at which it was reached
   */
  public record Extreme(double value, Instant time) {}

  /** Inactive where it does not live. */
  public AlertState state() {
    return standing.alert().map(alert -> alert.state()).orElse(AlertState.INACTIVE);
  }

  /** The comparisons in the order of the text. */
  public List<ComparisonStanding> comparisons() {
    return standing.comparisons();
  }
}
