package dev.tocsin.trace.litellm;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.record.JsonHead;
import java.io.InputStream;
import java.util.List;

/**
 * What LiteLLM logs: rows of its spend logs, and the standard logging payload that it hands to
 * callbacks and buckets; docs/trace-formats.md has the fields.
 */
public final class LiteLlmFormat implements TraceFormat {
  private static final String PAGE = "data";
  private static final List<List<String>> RECORDS =
      List.of(
          List.of("call_type", "startTime", "endTime"),
          List.of("request_id", "startTime", "spend"),
          List.of("call_type", "custom_llm_provider", "response_cost"));

  @Override
  public String name() {
    return "litellm";
  }

  @Override
  public boolean recognises(byte[] head) {
    JsonHead json = new JsonHead(head);
    return RECORDS.stream().anyMatch(fields -> json.has(PAGE, fields));
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(
        content, EachRecord.PAGES, new EachRecord(new LiteLlmRecords(texts)));
  }
}
