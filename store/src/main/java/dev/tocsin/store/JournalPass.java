package dev.tocsin.store;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.journal.InputReader;
import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/** Reads a journal from its start, without its lock and without changing it. */
final class JournalPass {
  /** Nothing is appended, so that no time of day is needed. */
  private static final InstantSource STANDING = () -> Instant.EPOCH;

  private final Path journal;
  private final InputCounts counts;
  private long first = Store.START + 1;
  private long read;

  private JournalPass(Path journal, InputSink sink) {
    this.journal = journal;
    this.counts = new InputCounts(sink);
  }

  /** Gives every input to a sink, up to the end or to what is damaged. */
  static JournalReport read(Directory directory, InputSink sink) throws IOException {
    return new JournalPass(directory.journal(), sink).report();
  }

  /** The index of the last excerpt of a batch, or of the last one before it; 0 without any. */
  static long indexOf(SingleChronicleQueue queue, long place) {
    try (ExcerptTailer tailer = queue.createTailer().toStart()) {
      long index = 0;
      for (long next = placeOfNext(tailer);
          next > Store.START && next <= place;
          next = placeOfNext(tailer)) {
        index = tailer.lastReadIndex();
      }
      return index;
    }
  }

  /** For a queue that is opened and not appended to. */
  static InstantSource standing() {
    return STANDING;
  }

  private JournalReport report() throws IOException {
    List<Path> files = JournalQueue.files(journal);
    String damage = files.isEmpty() ? null : damage();
    long bytes = 0;
    for (Path file : files) {
      bytes += Directory.size(file);
    }
    return new JournalReport(files.size(), bytes, first, first + read - 1, counts, damage);
  }

  private @Nullable String damage() throws IOException {
    SingleChronicleQueue queue;
    try {
      queue = JournalQueue.queue(journal, new ForwardTime(journal, STANDING), true);
    } catch (RuntimeException | Error e) {
      return "it cannot be opened: " + e;
    }
    try {
      long start = start(queue);
      first = Math.max(first, placeAt(queue, start));
      return JournalReading.of(queue, start, first - 1, this::batch).damage();
    } catch (BatchUnreadable e) {
      return e.getMessage();
    } catch (DateTimeParseException e) {
      return "a file is none of a journal: " + e.getParsedString();
    } finally {
      queue.close();
    }
  }

  private void batch(byte[] bytes, int length) throws IOException {
    try {
      InputReader.read(new ByteInput(bytes, length), counts);
      read++;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BatchUnreadable(
          "the inputs of batch %d cannot be read: %s".formatted(first + read, e.getMessage()), e);
    }
  }

  /** Of the oldest file that is there: the queue's own account may name one that was deleted. */
  private long start(SingleChronicleQueue queue) throws IOException {
    RollCycle cycle = queue.rollCycle();
    long millis = ForwardTime.start(JournalQueue.files(journal).get(0));
    return cycle.toIndex((int) (millis / cycle.lengthInMillis()), 0);
  }

  private static long placeAt(SingleChronicleQueue queue, long index) {
    try (ExcerptTailer tailer = queue.createTailer()) {
      return tailer.moveToIndex(index) ? placeOfNext(tailer) : Store.START;
    } catch (RuntimeException | Error e) {
      return Store.START; // what is wrong with it is said when it is read
    }
  }

  /** The place of the next excerpt, or that before the first batch where there is none. */
  private static long placeOfNext(ExcerptTailer tailer) {
    try (DocumentContext document = tailer.readingDocument()) {
      return document.isPresent() ? document.wire().bytes().readLong() : Store.START;
    }
  }

  private static final class BatchUnreadable extends IOException {
    private static final long serialVersionUID = 1L;

    BatchUnreadable(String message, Exception cause) {
      super(message, cause);
    }
  }
}
