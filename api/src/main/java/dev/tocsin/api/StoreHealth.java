package dev.tocsin.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the store of an engine fares. Counts run from the engine's start.
 *
 * @param inputs written to the journal
 * @param inputsLost that could not be written; the engine evaluated them, but a restart before the
 *     next snapshot would not know them
 * @param failures of writing
 * @param lastSnapshot when all state was last written down, or null
 * @param lastStall how long the engine stood still for it
 * @param freeBytes on its disk
 * @param trouble why nothing is written at present, or null when all is well; the engine goes on in
 *     memory and tries again every ten seconds
 * @param warning what will end in trouble if nobody does anything: little space on the disk, or a
 *     snapshot that could not be written and is tried again every ten seconds; or null
 */
public record StoreHealth(
    long inputs,
    long inputsLost,
    long failures,
    @Nullable Instant lastSnapshot,
    Duration lastStall,
    long freeBytes,
    @Nullable String trouble,
    @Nullable String warning) {}
