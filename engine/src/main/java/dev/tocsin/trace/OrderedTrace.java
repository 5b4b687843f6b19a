package dev.tocsin.trace;

import dev.tocsin.trace.TraceReader.BadLineSink;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A trace in the order of its stamps; equal stamps keep the order of the file. Disorder up to the
 * allowed lateness is put right in a buffer of that length; what is older than that behind the
 * newest stamp is counted as late and left out.
 */
public final class OrderedTrace {
  private final JumpCheck source;
  private final long latenessNanos;
  private final PriorityQueue<TraceLine> buffer =
      new PriorityQueue<>(
          Comparator.comparingLong((TraceLine line) -> line.event().timeNanos())
              .thenComparingLong(TraceLine::number));
  private long newest = Long.MIN_VALUE;
  private long late;
  private boolean ended;

  /**
   * @param source in the order of the file; closed by the caller
   * @param latenessNanos how much older than the newest an event may be
   * @param badLines takes lines whose stamps cannot be right
   */
  public OrderedTrace(EventSource source, long latenessNanos, BadLineSink badLines) {
    this.source = new JumpCheck(source, badLines);
    this.latenessNanos = latenessNanos;
  }

  /** The next event, or null at the end. */
  public @Nullable TraceLine next() throws IOException {
    while (!ended && (buffer.isEmpty() || newest - stamp(buffer.element()) < latenessNanos)) {
      TraceLine line = source.next();
      if (line == null) {
        ended = true;
      } else if (newest != Long.MIN_VALUE && stamp(line) < newest - latenessNanos) {
        late++;
      } else {
        newest = Math.max(newest, stamp(line));
        buffer.add(line);
      }
    }
    return buffer.poll();
  }

  /** How many events were too old. */
  public long late() {
    return late;
  }

  private static long stamp(TraceLine line) {
    return line.event().timeNanos();
  }
}
