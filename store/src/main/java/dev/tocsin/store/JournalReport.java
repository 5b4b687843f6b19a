package dev.tocsin.store;

import org.jspecify.annotations.Nullable;

/**
 * What a journal holds.
 *
 * @param files how many
 * @param bytes of the files; the newest reserves room ahead
 * @param first the place of its first batch
 * @param last the place of the last batch that could be read, one less than first without any
 * @param counts of what was read
 * @param damage why not all could be read, or null when all was
 */
public record JournalReport(
    int files, long bytes, long first, long last, InputCounts counts, @Nullable String damage) {

  /** How many batches were read. */
  public long batches() {
    return last - first + 1;
  }
}
