package dev.tocsin.store;

import dev.tocsin.journal.Store.BatchSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * What became of reading a journal.
 *
 * @param last the place of the last batch that was read, or the one it was to begin after
 * @param lastIndex the index of that batch's last excerpt, or 0 without one
 * @param batches how many were given to the sink
 * @param damage what ended the reading, or null when the journal ended
 */
record JournalReading(long last, long lastIndex, long batches, @Nullable String damage) {

  /**
   * Gives every batch after a place to a sink.
   *
   * @param index of an excerpt at or before the first batch to be read, or 0
   */
  static JournalReading of(SingleChronicleQueue queue, long index, long after, BatchSink sink)
      throws IOException {
    return of(queue, index, after, (place, at, bytes) -> sink.batch(bytes, bytes.length));
  }

  /** Takes batches and where they are. */
  @FunctionalInterface
  interface PlacedSink {
    /**
     * Takes one.
     *
     * @param index of its last excerpt
     */
    void batch(long place, long index, byte[] bytes) throws IOException;
  }

  /** The same, which says where each batch is. */
  static JournalReading of(SingleChronicleQueue queue, long index, long after, PlacedSink sink)
      throws IOException {
    Reader fromIndex = new Reader(after, sink);
    JournalReading reading = fromIndex.read(queue, index);
    return fromIndex.isBeyond && index != 0
        ? new Reader(after, sink).read(queue, 0) // a repaired journal has other indexes
        : reading;
  }

  private static final class Reader {
    private final PlacedSink sink;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private long last;
    private long lastIndex;
    private long batches;
    private boolean begun;
    private @Nullable String damage;

    /** The first batch comes after the one that is needed. */
    private boolean isBeyond;

    /** Of the excerpt that was read last. */
    private long place;

    private boolean more;
    private byte[] part = new byte[0];

    Reader(long after, PlacedSink sink) {
      this.last = after;
      this.sink = sink;
    }

    JournalReading read(SingleChronicleQueue queue, long index) throws IOException {
      try (ExcerptTailer tailer = queue.createTailer()) {
        if (index == 0 || !tailer.moveToIndex(index)) {
          tailer.toStart();
        }
        while (next(tailer)) {
          take(tailer.lastReadIndex());
          if (isBeyond) {
            damage = "it begins with batch %d, but %d is needed".formatted(place, last + 1);
            break;
          }
        }
      } catch (IllegalStateException | IllegalArgumentException e) {
        damage = e.toString();
      }
      return new JournalReading(last, lastIndex, batches, damage);
    }

    /** Reads an excerpt; false at the end, and where one is damaged. */
    private boolean next(ExcerptTailer tailer) {
      try (DocumentContext document = tailer.readingDocument()) {
        if (!document.isPresent()) {
          return false;
        }
        Bytes<?> in = document.wire().bytes();
        place = in.readLong();
        int checksum = in.readInt();
        int flags = in.readByte();
        more = (flags & JournalQueue.MORE) != 0;
        if ((flags & JournalQueue.FIRST) != 0) {
          parts.reset(); // a kill may have left the beginning of a batch
        }
        part = new byte[Math.toIntExact(in.readRemaining())];
        in.read(part);
        if (Checksum.of(part, 0, part.length) != checksum) {
          damage = "a checksum differs";
        } else if (begun && place > last + 1) {
          damage = "batch " + (last + 1) + " is missing";
        }
      } catch (RuntimeException | Error e) {
        damage = e.toString();
      }
      return damage == null;
    }

    private void take(long index) throws IOException {
      if (place <= last) {
        return;
      }
      if (!begun && place != last + 1) {
        isBeyond = true;
        return;
      }
      begun = true;
      if (more || parts.size() > 0) {
        parts.writeBytes(part);
        if (more) {
          return;
        }
        part = parts.toByteArray();
        parts.reset();
      }
      sink.batch(place, index, part);
      last = place;
      lastIndex = index;
      batches++;
    }
  }
}
