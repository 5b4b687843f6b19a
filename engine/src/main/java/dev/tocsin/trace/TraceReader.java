package dev.tocsin.trace;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a native trace in the order of the file. A line that is no event is told to
 * the sink and passed over; blank lines are nothing. Not thread-safe.
 */
public final class TraceReader implements AutoCloseable {
  /** A longer line is bad: 64 MiB. */
  static final int LONGEST_LINE = 1 << 26;

  private final TraceFile file;
  private final Lines lines;
  private final NativeEvents events;
  private final BadLineSink badLines;

  /** Takes lines that could not be used. */
  @FunctionalInterface
  public interface BadLineSink {
    /**
     * @param number of the line, from 1
     * @param reason what is wrong with it
     */
    void badLine(long number, String reason);
  }

  private TraceReader(TraceFile file, boolean texts, BadLineSink badLines) {
    this.file = file;
    this.lines = new Lines(file.content(), LONGEST_LINE);
    this.events = new NativeEvents(texts);
    this.badLines = badLines;
  }

  /**
   * Opens a trace: JSON lines, plain, gzip or zstd.
   *
   * @param file the file
   * @param texts whether inputs, outputs, context and reference of calls are kept
   * @param badLines takes what could not be used
   */
  public static TraceReader open(Path file, boolean texts, BadLineSink badLines)
      throws IOException {
    return new TraceReader(TraceFile.open(file), texts, badLines);
  }

  /** The next event, or null at the end. */
  public @Nullable TraceLine next() throws IOException {
    while (lines.next()) {
      if (lines.tooLong()) {
        badLines.badLine(lines.number(), "longer than 64 MiB");
      } else if (!lines.isBlank()) {
        try {
          return new TraceLine(lines.number(), events.read(lines.bytes(), lines.length()));
        } catch (BadEventException e) {
          badLines.badLine(lines.number(), String.valueOf(e.getMessage()));
        }
      }
    }
    return null;
  }

  /** Lines read so far. */
  public long linesRead() {
    return lines.number();
  }

  /** Bytes of the file read so far, compressed as they lie there. */
  public long bytesRead() {
    return file.bytesRead();
  }

  /** Bytes of the file. */
  public long size() {
    return file.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
