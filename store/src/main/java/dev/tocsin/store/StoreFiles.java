package dev.tocsin.store;

import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store, to be looked at while an engine has it or while none has. Only {@link
 * #compact} needs the store for itself, and only it changes anything.
 */
public final class StoreFiles {
  private final Directory directory;

  private StoreFiles(Directory directory) {
    this.directory = directory;
  }

  /**
   * Those of a directory.
   *
   * @throws StoreException when there is no store in it, or one of another version, or when the JVM
   *     lacks flags
   */
  public static StoreFiles in(Path path) {
    Directory directory = new Directory(path);
    if (!Files.isDirectory(path)) {
      throw new StoreException(path + ": no such directory");
    }
    if (!directory.exists()) {
      throw new StoreException(path + ": there is no store in it");
    }
    directory.checkFormat();
    JvmFlags.check();
    return new StoreFiles(directory);
  }

  /** Says what is in it. */
  public StoreReport inspect() throws IOException {
    return new StoreReport(
        directory.root(),
        Directory.FORMAT,
        OwnerLock.holder(directory),
        closed(),
        SnapshotPass.all(directory),
        JournalPass.read(directory, new InputSink() {}),
        leftovers(),
        Files.getFileStore(directory.root()).getUsableSpace());
  }

  /** Reads every snapshot and every batch of the journal, and says what is wrong. */
  public StoreCheck verify() throws IOException {
    long noted = noted(); // first, since a running engine notes a batch after it added it
    List<SnapshotReport> snapshots = SnapshotPass.all(directory);
    JournalReport journal = JournalPass.read(directory, new InputSink() {});
    List<String> problems = new ArrayList<>();
    long newest = Store.START;
    for (SnapshotReport snapshot : snapshots) {
      if (snapshot.damage() == null) {
        newest = Math.max(newest, snapshot.place());
      } else {
        problems.add("snapshot " + snapshot.file() + " is damaged: " + snapshot.damage());
      }
    }
    if (journal.damage() != null) {
      problems.add(
          "the journal is damaged: %s (it can be read up to batch %d)"
              .formatted(journal.damage(), journal.last()));
    }
    if (journal.batches() > 0 && journal.first() > newest + 1) {
      problems.add(
          "the journal begins with batch %d, but %d is needed"
              .formatted(journal.first(), newest + 1));
    }
    long last = journal.batches() > 0 ? journal.last() : newest;
    if (journal.damage() == null && last < noted) {
      problems.add(
          "the journal's end is missing: it ends with batch %d, but %d was written"
              .formatted(last, noted));
    }
    return new StoreCheck(snapshots.size(), journal.batches(), journal.counts().all(), problems);
  }

  /**
   * Gives every input of the journal to a sink, in order, up to the end or to what is damaged. What
   * a running engine adds meanwhile is given or not.
   */
  public JournalReport read(InputSink sink) throws IOException {
    return JournalPass.read(directory, sink);
  }

  /**
   * Deletes what no recovery needs: of the journal what both of the two newest whole snapshots
   * have, even where it is younger than its retention; older snapshots; half-written files.
   *
   * @param withDamaged whether damaged snapshots, and damaged journals that were set aside, go too
   * @throws StoreException when a process has the store; nothing was changed then
   */
  public CompactReport compact(boolean withDamaged) throws IOException {
    OwnerLock lock = OwnerLock.take(directory);
    try {
      return new Compaction(directory, withDamaged).run();
    } finally {
      lock.close();
    }
  }

  private @Nullable String closed() throws IOException {
    return Files.exists(directory.closed()) ? Files.readString(directory.closed()).strip() : null;
  }

  /** The place of the last batch by the note beside the journal. */
  private long noted() throws IOException {
    if (Files.notExists(directory.head())) {
      return Store.START;
    }
    byte[] head = Files.readAllBytes(directory.head());
    return head.length < Long.BYTES ? Store.START : ByteBuffer.wrap(head).getLong();
  }

  private Map<String, Long> leftovers() throws IOException {
    Map<String, Long> leftovers = new TreeMap<>();
    for (Path file : directory.leftovers()) {
      leftovers.put(directory.root().relativize(file).toString(), Directory.size(file));
    }
    return leftovers;
  }
}
