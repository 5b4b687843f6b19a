package dev.tocsin.trace;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a trace in the order of the file. A record that is no event is told to the
 * sink and passed over. Not thread-safe.
 */
public final class TraceReader implements EventSource {
  private static final int HEAD = 1 << 16;

  private final TraceFile file;
  private final String format;
  private final TraceRecords records;
  private final BadLineSink badLines;
  private final Map<String, Long> passedOver = new TreeMap<>();
  private long line;

  /** Takes lines that could not be used. */
  @FunctionalInterface
  public interface BadLineSink {
    /**
     * Takes it.
     *
     * @param number of the line, from 1
     * @param reason what is wrong with it
     */
    void badLine(long number, String reason);
  }

  private TraceReader(TraceFile file, String format, TraceRecords records, BadLineSink badLines) {
    this.file = file;
    this.format = format;
    this.records = records;
    this.badLines = badLines;
  }

  /** Opens a trace of the native format. */
  public static TraceReader open(Path file, boolean texts, BadLineSink badLines)
      throws IOException {
    return open(file, TraceFormats.with(List.of()), texts, badLines);
  }

  /**
   * Opens a trace, plain, gzip or zstd.
   *
   * @param file the file
   * @param formats in which it may be
   * @param texts whether inputs, outputs, context and reference of calls are kept
   * @param badLines takes what could not be used
   */
  public static TraceReader open(
      Path file, TraceFormats formats, boolean texts, BadLineSink badLines) throws IOException {
    TraceFile opened = TraceFile.open(file);
    try {
      InputStream content = new BufferedInputStream(opened.content(), 1 << 16);
      content.mark(HEAD + 1);
      byte[] head = head(content);
      content.reset();
      int mark = TraceFile.byteOrderMark(head);
      content.skipNBytes(mark);
      head = Arrays.copyOfRange(head, mark, head.length);
      TraceFormat format = formats.of(head);
      return new TraceReader(opened, format.name(), format.open(content, texts), badLines);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** What can be read of it; damage is met again, and told, when its lines are read. */
  private static byte[] head(InputStream content) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      for (int next = content.read(); next >= 0 && head.size() < HEAD; next = content.read()) {
        head.write(next);
      }
    } catch (IOException damaged) {
      // as said above
    }
    return head.toByteArray();
  }

  @Override
  public @Nullable TraceLine next() throws IOException {
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      line = record.line();
      if (record instanceof TraceRecord.Good good) {
        return new TraceLine(line, good.event());
      }
      if (record instanceof TraceRecord.Bad bad) {
        badLines.badLine(line, bad.reason());
      } else if (record instanceof TraceRecord.PassedOver other) {
        passedOver.merge(other.kind(), 1L, Long::sum);
      }
    }
    return null;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public Map<String, Long> passedOver() {
    return Map.copyOf(passedOver);
  }

  @Override
  public long linesRead() {
    return line;
  }

  @Override
  public long bytesRead() {
    return file.bytesRead();
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
