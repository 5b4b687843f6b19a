package dev.tocsin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Batches in a Chronicle Queue, a file an hour. Each excerpt says its batch's place, a checksum and
 * whether it is the first of the batch and whether more of it follow. Not thread-safe.
 */
final class JournalQueue implements AutoCloseable {
  static final String SUFFIX = ".cq4";

  private static final String METADATA = "metadata.cq4t";

  /** Flags of an excerpt. */
  static final int FIRST = 1;

  static final int MORE = 2;

  private static final RollCycles HOURLY = RollCycles.FAST_HOURLY;
  private static final int BLOCK_BYTES = 1 << 24;
  private static final int LONGEST_PART = 1 << 20;

  /** For an excerpt that somebody else is writing; there is nobody else. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final Path directory;
  private final SingleChronicleQueue queue;
  private final ExcerptAppender appender;
  private final WritePoints points;

  private JournalQueue(Path directory, SingleChronicleQueue queue, WritePoints points) {
    this.directory = directory;
    this.queue = queue;
    this.points = points;
    this.appender = queue.createAppender();
    // the engine's lock guards it, not a thread: whoever ticks or closes writes
    appender.singleThreadedCheckDisabled(true);
  }

  /** Opens it for writing. */
  static JournalQueue open(Path directory, InstantSource clock) throws IOException {
    return open(directory, clock, WritePoints.NONE);
  }

  /** Opens it for writing; made when it is not there. */
  @SuppressWarnings("MustBeClosedChecker") // closed with the store
  static JournalQueue open(Path directory, InstantSource clock, WritePoints points)
      throws IOException {
    // it holds the write lock of a process that was killed while it wrote, by its number, which the
    // next process may have too; all else in it is made again from the files
    Files.deleteIfExists(directory.resolve(METADATA));
    return new JournalQueue(
        directory, queue(directory, new ForwardTime(directory, clock), false), points);
  }

  /** Opens a queue; reading needs no lock, even while another process writes. */
  static SingleChronicleQueue queue(Path directory, ForwardTime time, boolean readOnly) {
    return SingleChronicleQueueBuilder.binary(directory.toFile())
        .rollCycle(HOURLY)
        .blockSize(BLOCK_BYTES)
        .timeProvider(time)
        .timeoutMS(PATIENCE_MILLIS)
        .readOnly(readOnly)
        .build();
  }

  /** Adds a batch at a place; returns the index of its last excerpt. */
  long append(long place, byte[] bytes, int length) {
    int from = 0;
    do {
      int part = Math.min(length - from, LONGEST_PART);
      int flags = (from == 0 ? FIRST : 0) | (from + part < length ? MORE : 0);
      try (DocumentContext document = appender.writingDocument()) {
        Bytes<?> out = document.wire().bytes();
        out.writeLong(place);
        out.writeInt(Checksum.of(bytes, from, part));
        out.writeByte((byte) flags);
        out.write(bytes, from, part);
        points.reached("an excerpt is half done");
      }
      points.reached("an excerpt is done");
      from += part;
    } while (from < length);
    return appender.lastIndexAppended();
  }

  /** Waits until all that was added is on the disk. */
  void force() throws IOException {
    List<Path> files = files(directory);
    if (!files.isEmpty()) {
      Directory.force(files.get(files.size() - 1));
    }
  }

  SingleChronicleQueue queue() {
    return queue;
  }

  boolean isInAnotherFile(long index, long other) {
    return queue.rollCycle().toCycle(index) != queue.rollCycle().toCycle(other);
  }

  /**
   * Deletes the oldest files that nobody needs.
   *
   * @param index of the first excerpt that is needed
   * @param olderThan files whose hour ended before it go
   * @param mostBytes over this even younger ones go
   */
  void forget(long index, Instant olderThan, long mostBytes) throws IOException {
    String needed = name(queue.rollCycle().toCycle(index));
    String young = name(queue.rollCycle().current(olderThan::toEpochMilli, 0) - 1);
    long bytes = Directory.bytes(directory);
    boolean deleted = false;
    for (Path file : files(directory)) {
      String name = file.getFileName().toString();
      if (name.compareTo(needed) >= 0) {
        break;
      }
      if (name.compareTo(young) <= 0 || bytes > mostBytes) {
        bytes -= Files.size(file);
        Files.delete(file);
        points.reached("a file of the journal is deleted");
        deleted = true;
      }
    }
    if (deleted) {
      queue.refreshDirectoryListing();
    }
  }

  /** The files of a queue, oldest first. */
  static List<Path> files(Path directory) throws IOException {
    return Directory.files(directory).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .toList();
  }

  @Override
  public void close() {
    appender.close();
    queue.close();
  }

  private static String name(long cycle) {
    return DateTimeFormatter.ofPattern(HOURLY.format())
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochMilli(cycle * HOURLY.lengthInMillis()))
        + SUFFIX;
  }
}
