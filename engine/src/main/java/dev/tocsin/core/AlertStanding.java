package dev.tocsin.core;

import dev.tocsin.api.Alert;
import dev.tocsin.api.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an alert stands at a tick, whether it lives or not.
 *
 * @param alert if it is pending or firing
 * @param comparisons of the rule's condition, in the order of the text
 * @param evidence of the first comparison that holds, else of the first
 * @param changes when a clock of it runs out if its condition stays what it is: a pending alert
 *     fires then, a firing one resolves
 */
public record AlertStanding(
    Optional<Alert> alert,
    List<ComparisonStanding> comparisons,
    Evidence evidence,
    Optional<Instant> changes) {}
