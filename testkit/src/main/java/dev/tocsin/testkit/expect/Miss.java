package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * An expectation that was not met.
 *
 * @param place where it is written
 * @param expected what was expected, as in {@code slow fires between 10:00:00 and 10:05:00}
 * @param found what happened instead
 * @param rule the rule it is about, if it is about one
 * @param from where to look
 * @param until where to look
 * @param whole whether it is about the trace as a whole, so that no moment of it says why
 */
public record Miss(
    Span place,
    String expected,
    String found,
    Optional<String> rule,
    Instant from,
    Instant until,
    boolean whole) {}
