package dev.tocsin.store;

import dev.tocsin.live.StoredState;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot holds.
 *
 * @param file its name
 * @param place the last batch that is in it
 * @param bytes of its file
 * @param state what it says of itself, or null when it is damaged
 * @param damage what is wrong with it, or null when it is whole
 */
public record SnapshotReport(
    String file, long place, long bytes, @Nullable StoredState state, @Nullable String damage) {}
