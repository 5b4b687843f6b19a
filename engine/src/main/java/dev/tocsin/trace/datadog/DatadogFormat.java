package dev.tocsin.trace.datadog;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.Head;
import dev.tocsin.trace.document.Layout;
import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Spans and evaluations of Datadog LLM Observability: bodies of its intake, what its tracers send,
 * and what its API exports; docs/trace-formats/datadog.md has the fields.
 */
public final class DatadogFormat implements TraceFormat {
  private static final Layout LAYOUT =
      (from, field, list) ->
          switch (from) {
            case "" ->
                field.equals("data") || (list ? field.equals("spans") : field.equals("attributes"));
            case "data" -> !list && field.equals("attributes");
            case "attributes" -> list && (field.equals("spans") || field.equals("metrics"));
            default -> false;
          };

  /** For {@link java.util.ServiceLoader}. */
  public DatadogFormat() {}

  @Override
  public String name() {
    return "datadog";
  }

  @Override
  public boolean recognises(byte[] head) {
    Head fields = new Head(head); // Tocsin's own has a time in each line
    return !fields.has("time")
        && (fields.has("_dd.stage")
            || fields.has("data/attributes/ml_app")
            || fields.has("data/attributes/start_ns")
            || fields.has("data/attributes/spans/span_id")
            || fields.has("data/attributes/spans/meta")
            || fields.has("data/attributes/metrics/join_on")
            || Stream.of("", "spans/", "attributes/")
                .anyMatch(in -> fields.has(in + "span_id") && isSpan(fields, in)));
  }

  private static boolean isSpan(Head fields, String in) {
    return fields.has(in + "start_ns")
        || fields.has(in + "meta/kind")
        || fields.has(in + "meta/span.kind")
        || fields.has(in + "ml_app")
        || fields.has(in + "_dd");
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(content, LAYOUT, new DatadogReader(texts));
  }
}
