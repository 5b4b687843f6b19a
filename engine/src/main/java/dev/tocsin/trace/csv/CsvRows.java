package dev.tocsin.trace.csv;

import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.record.BadEventException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one event each. */
final class CsvRows implements TraceRecords {
  private static final String LOST = "; what follows is lost";

  private final CSVParser parser;
  private final CsvRow row;
  private final Iterator<CSVRecord> rows;
  private boolean ended;

  CsvRows(CSVParser parser, CsvRow row) {
    this.parser = parser;
    this.row = row;
    rows = parser.iterator();
  }

  @Override
  public @Nullable TraceRecord next() throws IOException {
    if (ended) {
      return null;
    }
    long before = parser.getCurrentLineNumber();
    try {
      if (!rows.hasNext()) {
        ended = true;
        return null;
      }
      CSVRecord next = rows.next();
      long line = Math.max(parser.getCurrentLineNumber(), before);
      return read(next, line);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CSVException)) {
        throw e.getCause();
      }
      ended = true;
      return new TraceRecord.Bad(before + 1, "no CSV: " + e.getCause().getMessage() + LOST);
    }
  }

  private TraceRecord read(CSVRecord next, long line) {
    if (next.size() != parser.getHeaderNames().size()) {
      return new TraceRecord.Bad(
          line,
          "%d columns where the header has %d"
              .formatted(next.size(), parser.getHeaderNames().size()));
    }
    try {
      return new TraceRecord.Good(line, row.event(next));
    } catch (BadEventException e) {
      return new TraceRecord.Bad(line, String.valueOf(e.getMessage()));
    }
  }
}
