package dev.tocsin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deletes what no recovery needs. Its caller has the store's lock. */
final class Compaction {
  private final Directory directory;
  private final SnapshotFiles snapshots;
  private final boolean withDamaged;
  private final Map<String, Long> freed = new TreeMap<>();
  private final List<String> kept = new ArrayList<>();

  Compaction(Directory directory, boolean withDamaged) {
    this.directory = directory;
    this.snapshots = new SnapshotFiles(directory.snapshots());
    this.withDamaged = withDamaged;
  }

  CompactReport run() throws IOException {
    List<Manifest> needed = snapshots();
    for (Path file : directory.leftovers()) {
      boolean damaged = directory.isDamagedJournal(file);
      if (damaged && !withDamaged) {
        kept.add(name(file) + ": a damaged journal that was set aside; --damaged deletes it");
      } else {
        delete(file);
      }
    }
    if (needed.isEmpty()) {
      kept.add("the journal: there is no whole snapshot, so that a recovery needs all of it");
    } else if (!JournalQueue.files(directory.journal()).isEmpty()) {
      journal(needed.get(needed.size() - 1));
    }
    return new CompactReport(freed, kept);
  }

  /** Those that a recovery needs, newest first; the others go. */
  private List<Manifest> snapshots() throws IOException {
    List<Manifest> needed = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Manifest manifest : snapshots.all(unreadable)) {
      String problem = manifest.problem(snapshots.file(manifest));
      if (problem.isEmpty() && needed.size() < SnapshotFiles.GENERATIONS) {
        needed.add(manifest);
      } else if (problem.isEmpty() || withDamaged) {
        delete(snapshots.file(manifest));
        delete(snapshots.manifest(manifest));
      } else {
        kept.add(name(snapshots.file(manifest)) + ": damaged; --damaged deletes it");
      }
    }
    kept.addAll(unreadable);
    return needed;
  }

  private void journal(Manifest oldest) throws IOException {
    Map<Path, Long> before = sizes();
    try (JournalQueue journal = JournalQueue.open(directory.journal(), JournalPass.standing())) {
      // looked up, since what a snapshot notes may be some batches before it
      journal.forget(JournalPass.indexOf(journal.queue(), oldest.place()), Instant.EPOCH, 0);
    } catch (RuntimeException | Error e) {
      kept.add("the journal: it is damaged; an engine that starts sets it aside");
    }
    before.forEach(
        (file, bytes) -> {
          if (Files.notExists(file)) {
            freed.put(name(file), bytes);
          }
        });
  }

  private Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    for (Path file : JournalQueue.files(directory.journal())) {
      sizes.put(file, Files.size(file));
    }
    return sizes;
  }

  private void delete(Path file) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    freed.put(name(file), Directory.size(file));
    Directory.delete(file);
  }

  private String name(Path file) {
    return directory.root().relativize(file).toString();
  }
}
