package dev.tocsin.trace.helicone;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.record.JsonHead;
import dev.tocsin.trace.record.JsonTrace;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

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
  public TraceRecords open(InputStream content, boolean texts) throws IOException {
    return JsonTrace.of(content, Set.of(PAGE), new HeliconeRequests(texts));
  }
}
