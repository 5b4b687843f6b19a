package dev.tocsin.trace.langfuse;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.record.JsonHead;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records of Langfuse: pages, lists and lines of observations, traces and scores, exports of one
 * trace, and ingestion batches; docs/trace-formats.md has the fields.
 */
public final class LangfuseFormat implements TraceFormat {
  private static final String PAGE = "data";
  private static final List<List<String>> RECORDS =
      List.of(
          List.of("traceId", "startTime", "type"),
          List.of("trace_id", "start_time", "type", "usage_details"),
          List.of("name", "source", "dataType", "timestamp"),
          List.of("name", "source", "data_type", "timestamp"),
          List.of("id", "timestamp", "session_id", "user_id", "public"),
          List.of("id", "timestamp", "htmlPath"),
          List.of("id", "timestamp", "sessionId", "userId", "public"),
          List.of("id", "timestamp", "observations.startTime"),
          List.of("name", "outputDefinition"));

  @Override
  public String name() {
    return "langfuse";
  }

  @Override
  public boolean recognises(byte[] head) {
    JsonHead json = new JsonHead(head);
    return Stream.of("trace.id", "trace.timestamp").allMatch(json::has)
        || Stream.of("batch.type", "batch.body").allMatch(json::has)
        || RECORDS.stream().anyMatch(fields -> json.has(PAGE, fields));
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(content, EachRecord.PAGES, new LangfuseRecords(texts));
  }
}
