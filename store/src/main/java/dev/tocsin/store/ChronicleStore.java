package dev.tocsin.store;

import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreException;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoredSnapshot;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store of one engine in one directory. */
final class ChronicleStore implements Store {
  /** Free space is looked at when so much was written since. */
  private static final long LOOK_EVERY_BYTES = 1 << 20;

  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final long MARK_EVERY = 256;

  private final StoreOptions options;
  private final InstantSource clock;
  private final Directory directory;
  private final OwnerLock lock;
  private final WritePoints points;

  /** Found once: to find it, the list of all disks is read. */
  private final FileStore disk;

  private final SnapshotFiles snapshots;
  private final Erasures erasures;
  private final Head head;
  private final boolean wasClosed;
  private final List<String> findings = new ArrayList<>();
  private final Object journalGuard = new Object();
  private JournalQueue journal;

  /** The snapshot to begin with. */
  private @Nullable Manifest begin;

  /** Indexes of some batches by their place. */
  private final TreeMap<Long, Long> marks = new TreeMap<>();

  private long place;
  private long unwatchedBytes = LOOK_EVERY_BYTES;
  private long lookedAt;
  private boolean closed;

  private ChronicleStore(
      StoreOptions options,
      InstantSource clock,
      Directory directory,
      OwnerLock lock,
      WritePoints points)
      throws IOException {
    this.options = options;
    this.clock = clock;
    this.directory = directory;
    this.lock = lock;
    this.wasClosed = Files.deleteIfExists(directory.closed());
    this.points = points;
    this.disk = Files.getFileStore(directory.root());
    this.snapshots = new SnapshotFiles(directory.snapshots(), points);
    snapshots.clean();
    this.begin = snapshots.newest(findings).orElse(null);
    this.place = begin == null ? START : begin.place();
    this.erasures = new Erasures(directory.erasing());
    JournalRewrite.complete(directory);
    if (!erasures.users().isEmpty()) {
      findings.add("data of a user were being erased; that is completed now");
    }
    this.head = Head.open(directory.head(), START);
    this.journal = openJournal();
  }

  /**
   * Opens it.
   *
   * @throws StoreException when that is not possible
   */
  static ChronicleStore open(StoreOptions options, InstantSource clock) {
    return open(options, clock, WritePoints.NONE);
  }

  /** Opens it, and says what it does to its files. */
  static ChronicleStore open(StoreOptions options, InstantSource clock, WritePoints points) {
    Directory directory = new Directory(options.directory());
    directory.prepare();
    OwnerLock lock = OwnerLock.take(directory);
    try {
      return new ChronicleStore(options, clock, directory, lock, points);
    } catch (IOException | RuntimeException | Error e) {
      lock.close();
      throw e instanceof StoreException known
          ? known
          : new StoreException(
              "cannot open the store " + directory.root() + ": " + e.getMessage(), e);
    }
  }

  /** A journal that cannot even be opened is set aside. */
  private JournalQueue openJournal() throws IOException {
    try {
      return JournalQueue.open(directory.journal(), clock, points);
    } catch (RuntimeException | Error e) {
      setAside("it cannot be opened: " + e, place);
      return JournalQueue.open(directory.journal(), clock, points);
    }
  }

  @Override
  public List<String> findings() {
    return List.copyOf(findings);
  }

  @Override
  public boolean wasClosed() {
    return wasClosed;
  }

  @Override
  public Optional<StoredSnapshot> latest() {
    while (begin != null) {
      try {
        return Optional.of(snapshots.read(begin));
      } catch (IOException | RuntimeException e) {
        findings.add("snapshot " + begin.place() + " cannot be read: " + e.getMessage());
        begin = null; // its bytes are as they were written, so the one before would not do better
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean reachesBack() {
    return firstPlace(journal, START) == START + 1;
  }

  @Override
  public long replay(long after, BatchSink sink) throws IOException {
    long from = begin != null && begin.place() == after ? begin.index() : 0;
    JournalReading reading = JournalReading.of(journal.queue(), from, after, sink);
    long noted = head.place();
    if (reading.damage() != null || reading.last() < noted) {
      repair(reading, Math.max(noted, reading.last()));
    } else {
      place = reading.last();
      mark(place, reading.lastIndex());
    }
    return place;
  }

  /** Keeps what can be read in a new journal, and the old one for those who want to look at it. */
  private void repair(JournalReading reading, long noted) throws IOException {
    String what = reading.damage() == null ? "its end is missing" : reading.damage();
    try (JournalRewrite rewrite = new JournalRewrite(directory, Arrays::copyOf, points)) {
      // from the start, since what a snapshot covers is still part of the trace
      rewrite.copyReadable(journal.queue(), 0, firstPlace(journal));
      journal.close();
      rewrite.seal();
      setAside(
          "%s after batch %d; %d later batches are lost"
              .formatted(what, reading.last(), noted - reading.last()),
          reading.last());
      JournalRewrite.complete(directory);
      journal = JournalQueue.open(directory.journal(), clock, points);
      rewrite.indexes().forEach(this::mark);
    }
    place = reading.last();
    head.place(place);
  }

  /** The place of the first batch that is there, or the one to come. */
  private static long firstPlace(JournalQueue queue) {
    return firstPlace(queue, START + 1);
  }

  private static long firstPlace(JournalQueue queue, long whereNoneIs) {
    long[] found = {whereNoneIs};
    try (var tailer = queue.queue().createTailer();
        var document = tailer.toStart().readingDocument()) {
      if (document.isPresent()) {
        found[0] = document.wire().bytes().readLong();
      }
    } catch (RuntimeException e) {
      // nothing can be read
    }
    return found[0];
  }

  private void setAside(String what, long last) throws IOException {
    var aside = directory.damaged();
    if (Files.exists(directory.journal())) {
      Files.move(directory.journal(), aside, StandardCopyOption.ATOMIC_MOVE);
    }
    findings.add(
        "the journal is damaged: %s (state is that of batch %d); the damaged files are in %s"
            .formatted(what, last, aside.getFileName()));
  }

  @Override
  public long append(byte[] bytes, int length) throws IOException {
    watch(length);
    synchronized (journalGuard) {
      long next = place + 1;
      try {
        mark(next, journal.append(next, bytes, length));
      } catch (RuntimeException | Error e) {
        throw new IOException("the journal cannot be written: " + e, e);
      }
      place = next;
      head.place(next);
      points.reached("the head is moved");
      if (options.sync()) {
        journal.force();
      }
      return next;
    }
  }

  @Override
  public void snapshot(long at, List<byte[]> pieces) throws IOException {
    long bytes = pieces.stream().mapToLong(piece -> piece.length).sum();
    needFree(options.minFreeBytes() + 2 * bytes);
    snapshots.write(at, indexOf(at), pieces);
    List<Manifest> kept = snapshots.all(new ArrayList<>());
    Manifest oldest = kept.get(kept.size() - 1);
    Instant olderThan = clock.instant().minus(options.retention());
    synchronized (journalGuard) {
      if (!closed) {
        journal.forget(oldest.index(), olderThan, options.maxJournalBytes());
      }
    }
  }

  @Override
  public List<String> unfinishedErasures() {
    try {
      return erasures.users();
    } catch (IOException e) {
      return List.of(); // it could be read when the store was opened
    }
  }

  @Override
  public void beginErasure(String user) throws IOException {
    erasures.begin(user);
    points.reached("an erasure is noted");
  }

  @Override
  public void erase(String user, long at, List<byte[]> pieces, Rewriter rewriter)
      throws IOException {
    long bytes = pieces.stream().mapToLong(piece -> piece.length).sum();
    needFree(options.minFreeBytes() + 2 * bytes + Directory.bytes(directory.journal()));
    snapshots.keepOnly(snapshots.write(at, indexOf(at), pieces));
    rewrite(at, rewriter);
    for (Path left : directory.leftovers()) {
      Directory.delete(left); // journals that were damaged, too
      points.reached("what was damaged is deleted");
    }
    erasures.end(user);
    points.reached("an erasure is done");
  }

  /** Of a journal that is damaged, what a snapshot has goes, as it would at the next start. */
  private void rewrite(long at, Rewriter rewriter) throws IOException {
    try (JournalRewrite rewrite = new JournalRewrite(directory, rewriter, points)) {
      rewrite.copy(journal.queue(), 0, firstPlace(journal));
      swap(rewrite, 0, firstPlace(journal));
      return;
    } catch (IOException e) {
      findings.add("the journal before batch " + at + " is deleted: " + e.getMessage());
    }
    try (JournalRewrite rewrite = new JournalRewrite(directory, rewriter, points)) {
      swap(rewrite, indexOf(at), at + 1);
    }
  }

  private void swap(JournalRewrite rewrite, long index, long first) throws IOException {
    synchronized (journalGuard) {
      if (closed) {
        throw new IOException("the store is closed");
      }
      rewrite.copy(journal.queue(), index, first);
      journal.close();
      marks.clear();
      try {
        rewrite.finish().forEach(this::mark);
      } finally {
        JournalRewrite.complete(directory); // or no journal is opened, and the engine is in memory
        journal = JournalQueue.open(directory.journal(), clock, points);
      }
    }
  }

  /** Of an excerpt at or before that of a batch. */
  private long indexOf(long at) {
    synchronized (journalGuard) {
      Map.Entry<Long, Long> mark = marks.floorEntry(at);
      marks.headMap(at - MARK_EVERY, false).clear();
      return mark == null ? 0 : mark.getValue();
    }
  }

  @Override
  public long freeBytes() {
    try {
      return disk.getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    synchronized (journalGuard) {
      if (closed) {
        return;
      }
      closed = true;
      journal.close();
      try {
        Directory.write(directory.closed(), clock.instant() + "\n");
      } catch (IOException e) {
        // the next start replays what it need not
      }
      lock.close();
    }
  }

  private void mark(long at, long index) {
    if (marks.isEmpty()
        || at - marks.lastKey() >= MARK_EVERY
        || journal.isInAnotherFile(index, marks.lastEntry().getValue())) {
      marks.put(at, index);
    }
  }

  /** A full disk would end the whole process: files are mapped into memory before they have it. */
  private void watch(int bytes) throws IOException {
    unwatchedBytes += bytes;
    long now = clock.millis();
    if (unwatchedBytes >= LOOK_EVERY_BYTES || now - lookedAt >= LOOK_EVERY_MILLIS) {
      needFree(options.minFreeBytes());
      unwatchedBytes = 0;
      lookedAt = now;
    }
  }

  private void needFree(long needed) throws IOException {
    long free = freeBytes();
    if (free < needed) {
      throw new IOException(
          "the disk of %s has %d MiB left, %d are needed"
              .formatted(directory.root(), free >> 20, needed >> 20));
    }
  }
}
