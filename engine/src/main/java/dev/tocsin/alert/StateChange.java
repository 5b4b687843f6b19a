package dev.tocsin.alert;

import dev.tocsin.api.AlertState;

/**
 * An alert went from one state to another.
 *
 * @param key which alert
 * @param tick when
 * @param activation the tick at which this life of the alert began
 * @param from the state before
 * @param to the state after
 */
public record StateChange(
    AlertKey key, long tick, long activation, AlertState from, AlertState to) {}
