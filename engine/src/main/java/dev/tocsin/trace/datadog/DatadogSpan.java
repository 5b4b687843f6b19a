package dev.tocsin.trace.datadog;

import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.SpanForest.Node;
import dev.tocsin.trace.document.Surroundings;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A span of the intake, of a tracer or of an export.
 *
 * @param line at which it begins
 * @param id the span's
 * @param parent the id above it, or null
 * @param kind what it is
 * @param record all of it
 * @param meta what it says of the call: an object of its own, or the record itself
 * @param around the payload
 * @param node as the forest sees it
 */
record DatadogSpan(
    long line,
    String id,
    @Nullable String parent,
    String kind,
    Value record,
    Value meta,
    Surroundings around,
    Node node) {
  private static final Set<String> CALLS = Set.of("llm", "embedding");
  private static final Set<String> NO_PARENT = Set.of("undefined", "0", "null");

  static DatadogSpan of(Found found, Value record) throws UnfitException {
    String id = String.valueOf(record.get("span_id").text());
    String above = record.get("parent_id").text();
    String parent = above == null || NO_PARENT.contains(above) ? null : above;
    Value own = record.get("meta");
    if (!own.absent() && !own.isObject()) {
      throw own.wrong("an object");
    }
    Value meta = own.absent() ? record : own;
    String kind = kind(record, meta);
    String trace = record.get("trace_id").text();
    Value metrics = record.get("metrics");
    return new DatadogSpan(
        found.line(),
        id,
        parent,
        kind,
        record,
        meta,
        found.around(),
        new Node(
            trace + "/" + id,
            parent == null ? null : trace + "/" + parent,
            CALLS.contains(kind),
            metrics.get("input_tokens").count(),
            metrics.get("output_tokens").count()));
  }

  private static String kind(Value record, Value meta) throws UnfitException {
    Value kind = meta.get("kind", "span.kind", "span_kind");
    if (kind.absent()) {
      kind = meta.get("span").get("kind");
    }
    String text = kind.absent() ? record.get("span_kind", "kind").text() : kind.text();
    if (text == null) {
      throw new UnfitException("span " + record.get("span_id").text() + " has no kind");
    }
    return text;
  }
}
