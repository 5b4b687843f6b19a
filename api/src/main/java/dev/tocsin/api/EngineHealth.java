package dev.tocsin.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says of itself. Counts run from its start.
 *
 * @param queueDepth events that wait
 * @param queueCapacity events that can wait
 * @param accepted events that were taken
 * @param dropped events that found the queue full, or were recorded after closing
 * @param late events that were too old
 * @param early events whose stamp lies too far ahead of the wall clock
 * @param duplicates repeated calls and scores
 * @param orphanScores scores whose call is not remembered
 * @param unpriced calls whose price is unknown
 * @param overflowed numbers left out because an aggregate had too many groups
 * @param ruleErrors ticks and batches that ended in an error of our own, and changes of alerts that
 *     could not be told in full; the engine went on
 * @param unfolded calls that windows may miss, as an error of our own ended the folding of their
 *     batch
 * @param evaluatorFailures evaluations that threw or took too long
 * @param evaluatorDropped calls that found their evaluator's queue full
 * @param channelFailures messages that could not be delivered
 * @param channelDropped messages that found their channel's queue full
 * @param actionFailures actions that threw
 * @param listenerFailures listeners that threw
 * @param lastTickDuration how long the last tick took
 * @param lastEvaluation the last tick, or null before the first
 * @param rulesInError rules whose last change could not be told in full, by name; their alerts go
 *     on
 * @param store how the store fares, or null without one
 */
public record EngineHealth(
    long queueDepth,
    long queueCapacity,
    long accepted,
    long dropped,
    long late,
    long early,
    long duplicates,
    long orphanScores,
    long unpriced,
    long overflowed,
    long ruleErrors,
    long unfolded,
    long evaluatorFailures,
    long evaluatorDropped,
    long channelFailures,
    long channelDropped,
    long actionFailures,
    long listenerFailures,
    Duration lastTickDuration,
    @Nullable Instant lastEvaluation,
    List<String> rulesInError,
    @Nullable StoreHealth store) {

  public EngineHealth {
    rulesInError = List.copyOf(rulesInError);
  }
}
