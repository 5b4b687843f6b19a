package dev.tocsin.api;

import java.time.Instant;

/**
 * Somebody takes care of an alert: until it resolves, no repeats of it are sent and it is not
 * escalated. Its resolve is sent.
 *
 * @param by who
 * @param at when
 * @param comment in words, may be empty
 */
public record Acknowledgement(String by, Instant at, String comment) {}
