package dev.tocsin.benchmarks;

import dev.tocsin.api.Call;
import dev.tocsin.trace.TraceOutput;
import dev.tocsin.trace.TraceWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Writes the benchmarks' traffic as a native trace, however long, and says on standard output how
 * many events that are: {@code BigTrace FILE bytes=N} or {@code BigTrace FILE events=N}. The first
 * has ids, the second, which is for many short lines, has none.
 */
public final class BigTrace {
  private static final int EVENTS_BETWEEN_FLUSHES = 1_000;

  private BigTrace() {}

  /** Counts what is written, before it is compressed. */
  private static final class Counting extends FilterOutputStream {
    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }

  /** Writes a trace. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    String[] limit = arguments[1].split("=", 2);
    long most = Long.parseLong(limit[1]);
    boolean bytes = limit[0].equals("bytes");
    System.out.println(
        bytes ? write(file, Long.MAX_VALUE, most, true) : write(file, most, Long.MAX_VALUE, false));
  }

  /**
   * Writes until there are so many events or bytes before compression, to the next thousand events.
   *
   * @return how many events
   */
  static long write(Path file, long events, long bytes, boolean ids) throws IOException {
    Iterator<Call> traffic = Traffic.endless(ids).iterator();
    long written = 0;
    try (Counting out = new Counting(TraceOutput.open(file));
        TraceWriter writer = new TraceWriter(out)) {
      writer.writeVersion();
      while (written < events && out.count < bytes) {
        writer.write(traffic.next());
        written++;
        if (written % EVENTS_BETWEEN_FLUSHES == 0) {
          writer.flush();
        }
      }
    }
    return written;
  }
}
