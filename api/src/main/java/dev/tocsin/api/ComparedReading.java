package dev.tocsin.api;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of a rule's condition as it stood at a tick.
 *
 * @param term the left side as written, for example {@code p95_latency}
 * @param operator {@code > >= < <= == !=}
 * @param value the reading in its unit as shown (milliseconds, dollars, fractions), or null when
 *     there is no data
 * @param threshold what it is compared with, in the same unit: a constant, or the value of the
 *     other side; null when that has no data
 * @param samples how many events the reading rests on
 * @param unit what the number counts
 */
public record ComparedReading(
    String term,
    String operator,
    @Nullable Double value,
    @Nullable Double threshold,
    long samples,
    Unit unit) {}
