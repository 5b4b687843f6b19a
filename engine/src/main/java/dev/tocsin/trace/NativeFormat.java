package dev.tocsin.trace;

import dev.tocsin.api.Event;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Lines;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON lines in Tocsin's own format; docs/trace-format.md has the fields. */
public final class NativeFormat implements TraceFormat {
  /** A longer line is bad: 64 MiB. */
  static final int LONGEST_LINE = 1 << 26;

  /** The version of the format that is read and written. */
  static final int VERSION = 1;

  /** The type of the line that says it. */
  static final String HEADER = "trace";

  @Override
  public String name() {
    return "native";
  }

  /** Whether it is lines of objects, at least one of them with a time. */
  @Override
  public boolean recognises(byte[] head) {
    return ObjectLines.are(head) && ObjectLines.have(head, "time");
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new Records(new Lines(content, LONGEST_LINE), new NativeEvents(texts));
  }

  private record Records(Lines lines, NativeEvents events) implements TraceRecords {

    @Override
    public @Nullable TraceRecord next() throws IOException {
      while (lines.next()) {
        if (lines.tooLong()) {
          return new TraceRecord.Bad(lines.number(), "longer than 64 MiB");
        }
        if (!lines.isBlank()) {
          try {
            Event event = events.read(lines.bytes(), lines.length());
            if (event != null) {
              return new TraceRecord.Good(lines.number(), event);
            }
          } catch (BadEventException e) {
            return new TraceRecord.Bad(lines.number(), String.valueOf(e.getMessage()));
          }
        }
      }
      return null;
    }
  }
}
