package dev.tocsin.journal;

import dev.tocsin.codec.ByteInput;

/**
 * State that was written down.
 *
 * @param place the last batch whose inputs are in it
 * @param bytes to be read once
 */
public record StoredSnapshot(long place, ByteInput bytes) {}
