package dev.tocsin.store;

import dev.tocsin.journal.Store;
import dev.tocsin.journal.Store.Rewriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/**
 * Makes another journal of a journal, batch by batch, in a directory beside it: places stay, and so
 * do the hours in whose files batches are. While it copies the bulk, the journal may be added to.
 */
final class JournalRewrite implements AutoCloseable {
  private final Directory directory;
  private final Rewriter rewriter;
  private final WritePoints points;
  private final JournalQueue target;

  /** The index of each batch's last excerpt. */
  private final TreeMap<Long, Long> indexes = new TreeMap<>();

  private Instant hour = Instant.EPOCH;
  private long last = Store.START;

  /** Of the last batch that was copied, where it came from. */
  private long lastIndex;

  JournalRewrite(Directory directory, Rewriter rewriter, WritePoints points) throws IOException {
    this.directory = directory;
    this.rewriter = rewriter;
    this.points = points;
    discard(directory);
    this.target = JournalQueue.open(directory.rewriting(), () -> hour);
  }

  /**
   * Copies what is there and was not copied yet.
   *
   * @param index of an excerpt at or before the first batch to be copied, or 0
   * @param first the place to begin with when nothing was copied yet
   * @throws IOException when it cannot be read to its end
   */
  void copy(SingleChronicleQueue from, long index, long first) throws IOException {
    JournalReading reading = copyReadable(from, index, first);
    if (reading.damage() != null) {
      throw new IOException("it is damaged: " + reading.damage());
    }
  }

  /** The same, up to where it can be read. */
  JournalReading copyReadable(SingleChronicleQueue from, long index, long first)
      throws IOException {
    RollCycle cycle = from.rollCycle();
    return JournalReading.of(
        from,
        last == Store.START ? index : lastIndex,
        last == Store.START ? first - 1 : last,
        (place, at, bytes) -> {
          hour = Instant.ofEpochMilli((long) cycle.toCycle(at) * cycle.lengthInMillis());
          byte[] other = rewriter.rewrite(bytes, bytes.length);
          indexes.put(place, target.append(place, other, other.length));
          last = place;
          lastIndex = at;
          points.reached("a batch is rewritten");
        });
  }

  /** Puts it in place of the journal, which must be closed. */
  NavigableMap<Long, Long> finish() throws IOException {
    seal();
    complete(directory);
    points.reached("the journal is another");
    return indexes;
  }

  /** The index of each batch's last excerpt. */
  NavigableMap<Long, Long> indexes() {
    return indexes;
  }

  /** Makes it whole: from here on the next start completes it. */
  void seal() throws IOException {
    target.close();
    for (Path file : JournalQueue.files(directory.rewriting())) {
      Directory.force(file);
    }
    Files.move(directory.rewriting(), directory.rewritten(), StandardCopyOption.ATOMIC_MOVE);
    Directory.force(directory.root());
    points.reached("the journal is rewritten");
  }

  /** Does what a kill left undone: a rewriting is given up, a journal that is rewritten is used. */
  static void complete(Directory directory) throws IOException {
    discard(directory);
    if (Files.exists(directory.rewritten())) {
      if (Files.exists(directory.journal())) {
        Directory.delete(directory.journal());
      }
      Files.move(directory.rewritten(), directory.journal(), StandardCopyOption.ATOMIC_MOVE);
      Directory.force(directory.root());
    }
  }

  private static void discard(Directory directory) throws IOException {
    if (Files.exists(directory.rewriting())) {
      Directory.delete(directory.rewriting());
    }
  }

  @Override
  public void close() {
    target.close();
  }
}
