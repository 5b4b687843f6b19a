package dev.tocsin.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param bytesRead of the file as it lies on disk (compressed bytes of a compressed trace)
 * @param bytesTotal size of the file, or -1 for a stream
 * @param lines read so far
 * @param events accepted so far
 * @param reached the newest stamp so far, or null before the first event
 * @param done true in the last call
 */
public record ReplayProgress(
    long bytesRead,
    long bytesTotal,
    long lines,
    long events,
    @Nullable Instant reached,
    boolean done) {}
