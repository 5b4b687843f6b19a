package dev.tocsin.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a term of the rules reads now, for one group.
 *
 * @param term as the first rule that uses it wrote it
 * @param group the dimensions of the group; empty for one total
 * @param value in its unit as shown (milliseconds, dollars, fractions), or null for no data
 * @param samples how many events it rests on
 * @param unit what it counts
 * @param since from when on it has all data: the tick at which it began to be folded
 */
public record Reading(
    String term,
    Map<String, String> group,
    @Nullable Double value,
    long samples,
    Unit unit,
    Instant since) {}
