package dev.tocsin.testkit.fault;

import dev.tocsin.dsl.Span;
import java.time.Instant;

/**
 * A fault that left all events as they were.
 *
 * @param place where its entry is written
 * @param from when it begins
 * @param until the first moment behind it; {@link Faults#END} where it lasts to the end
 * @param calls how many it was done to, in vain
 * @param others how many events that are no calls it was done to, in vain
 */
public record Idle(Span place, Instant from, Instant until, long calls, long others) {}
