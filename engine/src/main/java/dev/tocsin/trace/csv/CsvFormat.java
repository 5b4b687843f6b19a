package dev.tocsin.trace.csv;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A table with a header in its first line, as RFC 4180 has it, separated by commas, semicolons or
 * tabs; UTF-8. By itself it is told by a header with native names; with a mapping any header will
 * do.
 */
public final class CsvFormat implements TraceFormat {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int LONGEST_HEADER = 1 << 16;

  private final Columns columns;

  /** Each column by its own name. */
  public CsvFormat() {
    this(Columns.BY_NAME);
  }

  /** With a mapping. */
  public CsvFormat(Columns columns) {
    this.columns = columns;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean recognises(byte[] head) {
    String header = firstLine(new String(head, StandardCharsets.UTF_8));
    String[] names = header.replace("\"", "").split("[,;\t]", -1);
    return names.length > 1
        && Arrays.stream(names).map(String::strip).anyMatch(CsvFields::isTime)
        && Arrays.stream(names).map(String::strip).filter(CsvFields::isField).count() > 1;
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) throws IOException {
    InputStream table = new BufferedInputStream(content, LONGEST_HEADER);
    table.mark(LONGEST_HEADER + 1);
    String header = firstLine(new String(table.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8));
    table.reset();
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(header))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    try {
      CSVParser parser =
          CSVParser.builder()
              .setReader(new InputStreamReader(table, StandardCharsets.UTF_8))
              .setFormat(format)
              .get();
      return new CsvRows(parser, new CsvRow(parser.getHeaderNames(), columns, texts));
    } catch (IllegalArgumentException e) { // a name twice, or a mapped column that is not there
      throw new IOException("the header of the table: " + e.getMessage(), e);
    }
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** The one that is there most often. */
  private static char delimiter(String header) {
    char most = DELIMITERS[0];
    long count = 0;
    for (char delimiter : DELIMITERS) {
      long there = header.chars().filter(each -> each == delimiter).count();
      if (there > count) {
        most = delimiter;
        count = there;
      }
    }
    return most;
  }
}
