package dev.tocsin.trace.otlp;

import dev.tocsin.api.Event;
import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span in any of its notations.
 *
 * @param line at which it begins
 * @param trace id in lower case, or null
 * @param id likewise
 * @param parent likewise
 * @param start in nanoseconds, or {@link Event#UNKNOWN}
 * @param end likewise
 * @param attributes its own
 * @param resource those of its resource
 * @param moments what happened in it
 * @param failed whether its status says so
 * @param message of the status, or null
 */
record Span(
    long line,
    @Nullable String trace,
    @Nullable String id,
    @Nullable String parent,
    long start,
    long end,
    Attributes attributes,
    Attributes resource,
    List<Moment> moments,
    boolean failed,
    @Nullable String message) {
  private static final Pattern HEX = Pattern.compile("(0x)?[0-9a-fA-F]+");
  private static final Pattern ZEROS = Pattern.compile("0*");

  /** An event of a span. */
  record Moment(String name, long nanos, Attributes attributes) {}

  static Span of(Found found) throws UnfitException {
    Value span = found.value();
    Value context = span.get("spanContext", "_spanContext", "context");
    Value resource = span.get("resource");
    if (resource.absent()) {
      resource = found.around().find("resource");
    }
    Value status = span.get("status");
    return new Span(
        found.line(),
        id(
            either(
                span.get("traceId", "trace_id", "context.trace_id"),
                context.get("traceId", "trace_id"))),
        id(
            either(
                span.get("spanId", "span_id", "context.span_id"),
                context.get("spanId", "span_id"))),
        id(
            either(
                span.get("parentSpanId", "parent_span_id", "parent_id"),
                span.get("parentSpanContext").get("spanId"))),
        time(span, "start"),
        time(span, "end"),
        Attributes.ofSpan(span),
        Attributes.of(resource.get("attributes", "_attributes")),
        moments(span.get("events")),
        failed(either(status.get("code", "status_code"), span.get("status_code"))),
        either(status.get("message", "description"), span.get("status_message")).text());
  }

  /** Known by its trace too, since some test data numbers spans from 1 in each. */
  @Nullable String place() {
    return id == null ? null : trace + "/" + id;
  }

  @Nullable String placeOfParent() {
    return parent == null ? null : trace + "/" + parent;
  }

  private static Value either(Value one, Value other) {
    return one.absent() ? other : one;
  }

  static @Nullable String id(Value value) throws UnfitException {
    String id = value.text();
    if (id == null || !HEX.matcher(id).matches()) {
      return id;
    }
    String digits = id.startsWith("0x") ? id.substring(2) : id;
    return ZEROS.matcher(digits).matches() ? null : digits.toLowerCase(Locale.ROOT);
  }

  private static long time(Value span, String which) throws UnfitException {
    Value nanos = span.get(which + "TimeUnixNano", which + "_time_unix_nano");
    return nanos.absent()
        ? time(span.get(which + "Time", which + "_time"))
        : Moments.ofNanos(nanos);
  }

  static long time(Value value) throws UnfitException {
    return value.items().isEmpty() ? Moments.ofIsoOrMillis(value) : Moments.ofPair(value);
  }

  private static List<Moment> moments(Value events) throws UnfitException {
    List<Moment> moments = new ArrayList<>();
    for (Value each : events.items()) {
      String name = each.get("name").text();
      Value nanos = each.get("timeUnixNano", "time_unix_nano");
      long time = nanos.absent() ? time(each.get("time", "timestamp")) : Moments.ofNanos(nanos);
      if (name != null) {
        moments.add(new Moment(name, time, Attributes.of(each.get("attributes"))));
      }
    }
    return moments;
  }

  private static boolean failed(Value code) throws UnfitException {
    String text = code.text();
    return text != null && (text.equals("2") || text.toUpperCase(Locale.ROOT).endsWith("ERROR"));
  }
}
