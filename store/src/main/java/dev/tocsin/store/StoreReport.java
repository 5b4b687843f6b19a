package dev.tocsin.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in a store.
 *
 * @param directory where it is
 * @param format which versions can read it
 * @param owner the process that has it now; empty when none has
 * @param closed when its last owner closed it, as it wrote it; null when it was killed or runs
 * @param snapshots newest first
 * @param journal the inputs
 * @param leftovers what no recovery needs, by name with its bytes: half-written files, damaged
 *     journals that were set aside
 * @param freeBytes left on its disk
 */
public record StoreReport(
    Path directory,
    String format,
    Optional<String> owner,
    @Nullable String closed,
    List<SnapshotReport> snapshots,
    JournalReport journal,
    Map<String, Long> leftovers,
    long freeBytes) {}
