package dev.tocsin.alert;

import dev.tocsin.api.AlertState;

/**
 * An alert went from one state to another, or goes on firing otherwise.
 *
 * @param key which alert
 * @param tick when
 * @param activation the tick at which this life of the alert began
 * @param from the state before
 * @param to the state after
 * @param level its severity: 0 is the mildest of its rule
 * @param flapping whether it is held firing because it changes too often
 * @param rest of an alert about an overflow, how many groups have no alert of their own
 */
public record StateChange(
    AlertKey key,
    long tick,
    long activation,
    AlertState from,
    AlertState to,
    int level,
    boolean flapping,
    long rest) {

  /** Of the mildest severity, and not flapping. */
  public StateChange(AlertKey key, long tick, long activation, AlertState from, AlertState to) {
    this(key, tick, activation, from, to, 0, false, 0);
  }
}
