package dev.tocsin.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how an engine keeps its state. Immutable; begin with {@link #at}.
 *
 * @param directory belongs to one engine at a time; made when it is not there
 * @param durability when {@code record} returns
 * @param snapshotEvery how often all state is written down: the more often, the less of the journal
 *     is replayed after a kill
 * @param retention how long the journal is kept as a trace, beyond what a recovery needs
 * @param maxJournalBytes over this the oldest of the journal goes even before its retention has
 *     ended, down to what a recovery needs
 * @param minFreeBytes below four times this much free space on the disk the engine warns, below it
 *     nothing is written any more; the engine goes on in memory
 * @param sync whether the journal is forced to the disk before anything counts as written, against
 *     the loss of power; a kill of the process loses nothing without it
 * @param keepTexts whether the journal holds the texts of calls: input, output, reference, context
 */
public record StoreOptions(
    Path directory,
    Durability durability,
    Duration snapshotEvery,
    Duration retention,
    long maxJournalBytes,
    long minFreeBytes,
    boolean sync,
    boolean keepTexts) {
  private static final long MIB = 1L << 20;

  public StoreOptions {
    requireNonNull(directory, "directory");
    if (snapshotEvery.toNanos() <= 0) {
      throw new IllegalArgumentException("snapshotEvery must be positive: " + snapshotEvery);
    }
    if (retention.isNegative()) {
      throw new IllegalArgumentException("retention must not be negative: " + retention);
    }
    if (maxJournalBytes < MIB) {
      throw new IllegalArgumentException("maxJournalBytes must be at least 1 MiB");
    }
    if (minFreeBytes < MIB) {
      throw new IllegalArgumentException("minFreeBytes must be at least 1 MiB");
    }
  }

  /**
   * {@link Durability#WHEN_QUEUED}, a snapshot a minute, a day and at most 10 GiB of journal, at
   * least 256 MiB left on the disk, no sync, no texts.
   */
  public static StoreOptions at(Path directory) {
    return new StoreOptions(
        directory,
        Durability.WHEN_QUEUED,
        Duration.ofMinutes(1),
        Duration.ofDays(1),
        10_240 * MIB,
        256 * MIB,
        false,
        false);
  }

  /** These with another {@link #durability}. */
  public StoreOptions durability(Durability when) {
    return new StoreOptions(
        directory, when, snapshotEvery, retention, maxJournalBytes, minFreeBytes, sync, keepTexts);
  }

  /** These with another {@link #snapshotEvery}. */
  public StoreOptions snapshotEvery(Duration every) {
    return new StoreOptions(
        directory, durability, every, retention, maxJournalBytes, minFreeBytes, sync, keepTexts);
  }

  /** These with another {@link #retention}. */
  public StoreOptions retention(Duration kept) {
    return new StoreOptions(
        directory, durability, snapshotEvery, kept, maxJournalBytes, minFreeBytes, sync, keepTexts);
  }

  /** These with another {@link #maxJournalBytes}. */
  public StoreOptions maxJournalBytes(long bytes) {
    return new StoreOptions(
        directory, durability, snapshotEvery, retention, bytes, minFreeBytes, sync, keepTexts);
  }

  /** These with another {@link #minFreeBytes}. */
  public StoreOptions minFreeBytes(long bytes) {
    return new StoreOptions(
        directory, durability, snapshotEvery, retention, maxJournalBytes, bytes, sync, keepTexts);
  }

  /** These with {@link #sync}. */
  public StoreOptions withSync() {
    return new StoreOptions(
        directory,
        durability,
        snapshotEvery,
        retention,
        maxJournalBytes,
        minFreeBytes,
        true,
        keepTexts);
  }

  /** These with {@link #keepTexts}. */
  public StoreOptions withTexts() {
    return new StoreOptions(
        directory, durability, snapshotEvery, retention, maxJournalBytes, minFreeBytes, sync, true);
  }
}
