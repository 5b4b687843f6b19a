package dev.tocsin.core;

/**
 * What an engine has counted since it began.
 *
 * @param accepted calls, scores, deployments and measures that were taken
 * @param late events that were too old
 * @param duplicates repeated calls and scores
 * @param orphanScores scores whose call is not remembered
 * @param unpriced calls whose price is unknown
 * @param overflowed numbers left out because an aggregate had too many groups
 * @param unfolded calls that windows may miss, as an error ended the folding of their batch
 * @param ruleErrors changes of alerts that could not be told in full
 */
public record EngineCounters(
    long accepted,
    long late,
    long duplicates,
    long orphanScores,
    long unpriced,
    long overflowed,
    long unfolded,
    long ruleErrors) {}
