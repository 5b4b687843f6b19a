package dev.tocsin.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Why one channel was told of an alert, or was not. A decision stands until the next one for the
 * same alert, receiver and channel.
 *
 * @param time when, on the engine's clock
 * @param alert its {@link Alert#key}
 * @param route the path of the route that took the alert
 * @param receiver its name
 * @param channel its name
 * @param verdict what was decided
 * @param reason in words, with the name of what decided: a silence, an alert, a time interval
 * @param next when it can next be sent if nothing else happens, where that is known
 */
public record NotificationDecision(
    Instant time,
    String alert,
    String route,
    String receiver,
    String channel,
    Verdict verdict,
    String reason,
    Optional<Instant> next) {

  /** What was decided. */
  public enum Verdict {
    /** It waits for its group's timer. */
    WAITING,
    /** It was handed to the channel. */
    SENT,
    /** The channel has taken it. */
    DELIVERED,
    /** An attempt failed; it is tried again. */
    RETRYING,
    /** Nobody tries it any more. */
    GIVEN_UP,
    /** The channel has been told already, and nothing is new. */
    UNCHANGED,
    /** A silence is in force. */
    SILENCED,
    /** Somebody takes care of it. */
    ACKNOWLEDGED,
    /** Another alert that fires explains it. */
    INHIBITED,
    /** It is not the time. */
    MUTED,
    /** Too many alerts: it is told in a summary. */
    OVER_BUDGET,
    /** The receiver does not want to hear that alerts have resolved, or was not told of it. */
    NOT_WANTED;

    /** The name as JSON writes it: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
