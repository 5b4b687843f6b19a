package dev.tocsin.trace.document;

import dev.tocsin.api.Event;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.TraceWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What traces are read as: events as lines of the native format, the rest in words. */
public final class Recorded {
  private Recorded() {}

  /** All records of a trace. */
  public static List<TraceRecord> records(TraceFormat format, byte[] content) throws IOException {
    TraceRecords records = format.open(new ByteArrayInputStream(content), true);
    List<TraceRecord> all = new ArrayList<>();
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      all.add(record);
    }
    return all;
  }

  /** All records of a trace, as texts. */
  public static List<String> texts(TraceFormat format, String content) throws IOException {
    List<String> texts = new ArrayList<>();
    for (TraceRecord record : records(format, content.getBytes(StandardCharsets.UTF_8))) {
      texts.add(text(record));
    }
    return texts;
  }

  /** A record as a text. */
  public static String text(TraceRecord record) throws IOException {
    if (record instanceof TraceRecord.Good good) {
      return good.line() + " " + text(good.event());
    }
    if (record instanceof TraceRecord.Bad bad) {
      return bad.line() + " bad: " + bad.reason();
    }
    return record.line() + " passed over: " + ((TraceRecord.PassedOver) record).kind();
  }

  /** An event as the native format has it. */
  public static String text(Event event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceWriter writer = new TraceWriter(out);
    writer.write(event);
    writer.flush();
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
