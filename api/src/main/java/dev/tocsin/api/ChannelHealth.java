package dev.tocsin.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel fares.
 *
 * @param name that rules use
 * @param delivered messages that went out
 * @param failures attempts that failed
 * @param waiting messages that wait for it or are tried again later
 * @param givenUp messages that nobody tries any more
 * @param circuit whether it sends at all
 * @param lastDelivered when the last message went out
 * @param lastError of the last attempt that failed, without secrets
 */
public record ChannelHealth(
    String name,
    long delivered,
    long failures,
    long waiting,
    long givenUp,
    Circuit circuit,
    Optional<Instant> lastDelivered,
    Optional<String> lastError) {

  /** The state of a circuit breaker. */
  public enum Circuit {
    /** All is sent. */
    CLOSED,
    /** Nothing is sent for a while, after too many failures. */
    OPEN,
    /** One message is sent to see whether it works again. */
    HALF_OPEN
  }
}
