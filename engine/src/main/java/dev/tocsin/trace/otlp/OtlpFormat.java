package dev.tocsin.trace.otlp;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.Head;
import dev.tocsin.trace.document.Layout;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Spans of language model calls as OTLP/JSON, or one by one as SDKs dump them, with attributes of
 * any generation of OpenTelemetry's conventions or of OpenInference; docs/trace-formats/otlp.md has
 * the fields.
 */
public final class OtlpFormat implements TraceFormat {
  private static final Set<String> SCOPES =
      Set.of("scopeSpans", "scope_spans", "instrumentationLibrarySpans");
  private static final Set<String> ROOTS =
      Set.of(
          "resourceSpans",
          "resource_spans",
          "batches",
          "data",
          "trace",
          "resourceLogs",
          "resourceMetrics",
          "scopeSpans",
          "scope_spans",
          "spans");
  private static final Set<String> REQUESTS =
      Set.of(
          "resourceSpans",
          "resource_spans",
          "resourceLogs",
          "resourceMetrics",
          "scopeSpans",
          "scope_spans");
  private static final Set<String> CONTEXTS =
      Set.of("spanContext/spanId", "_spanContext/spanId", "context/span_id", "context.span_id");
  private static final Map<String, Set<String>> LEADS =
      Map.ofEntries(
          Map.entry("", ROOTS),
          Map.entry("trace", ROOTS),
          Map.entry("data", ROOTS),
          Map.entry("resourceSpans", SCOPES),
          Map.entry("resource_spans", SCOPES),
          Map.entry("batches", SCOPES),
          Map.entry("scopeSpans", Set.of("spans")),
          Map.entry("scope_spans", Set.of("spans")),
          Map.entry("instrumentationLibrarySpans", Set.of("spans")),
          Map.entry("resourceLogs", Set.of("scopeLogs")),
          Map.entry("scopeLogs", Set.of("logRecords")),
          Map.entry("resourceMetrics", Set.of("scopeMetrics")),
          Map.entry("scopeMetrics", Set.of("metrics")));
  private static final Layout LAYOUT =
      (from, field, list) -> LEADS.getOrDefault(from, Set.of()).contains(field);

  /** For {@link java.util.ServiceLoader}. */
  public OtlpFormat() {}

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public boolean recognises(byte[] head) {
    Head fields = new Head(head); // Tocsin's own has a time in each line
    return !fields.has("time")
        && (Stream.of("", "data/").anyMatch(in -> isRequest(fields, in))
            || Stream.of("", "data/", "spans/").anyMatch(in -> isSpan(fields, in))
            || fields.has("trace/resourceSpans")
            || fields.has("batches/resource")
            || fields.hasPrefix("gen_ai.")
            || fields.hasPrefix("openinference.")
            || fields.has("scope", "method", "path", "response"));
  }

  private static boolean isRequest(Head fields, String in) {
    return REQUESTS.stream().anyMatch(each -> fields.has(in + each));
  }

  private static boolean isSpan(Head fields, String in) {
    return CONTEXTS.stream().anyMatch(each -> fields.has(in + each))
        || fields.has(in + "spanId", in + "traceId");
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(content, LAYOUT, new OtlpReader(texts));
  }
}
