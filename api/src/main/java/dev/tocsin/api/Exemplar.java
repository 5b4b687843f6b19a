package dev.tocsin.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that shows what an alert is about.
 *
 * @param call its id
 * @param trace its trace, if it said one
 * @param time when it ended
 * @param value what it adds to the reading, in the units of {@link ComparedReading#value}; null
 *     where one call has none of its own
 */
public record Exemplar(String call, @Nullable String trace, Instant time, @Nullable Double value) {}
