package dev.tocsin.trace.helicone;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.record.JsonHead;
import java.io.InputStream;
import java.util.List;

/**
 * Requests of Helicone, as its query endpoints answer and its exports write them;
 * docs/trace-formats.md has the fields.
 */
public final class HeliconeFormat implements TraceFormat {
  private static final String PAGE = "data";
  private static final List<List<String>> RECORDS =
      List.of(
          List.of("request_id", "request_created_at"),
          List.of("response_id", "response_created_at", "request_created_at"));

  @Override
  public String name() {
    return "helicone";
  }

  @Override
  public boolean recognises(byte[] head) {
    JsonHead json = new JsonHead(head);
    return RECORDS.stream().anyMatch(fields -> json.has(PAGE, fields));
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(
        content, EachRecord.PAGES, new EachRecord(new HeliconeRequests(texts)));
  }
}
