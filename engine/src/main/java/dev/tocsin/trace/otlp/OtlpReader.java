package dev.tocsin.trace.otlp;

import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.BatchReader;
import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.SpanForest;
import dev.tocsin.trace.document.SpanForest.Node;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.otlp.Span.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes calls and scores of spans, and scores of logs. */
final class OtlpReader implements BatchReader {
  private final boolean texts;
  private final Responses responses = new Responses();

  OtlpReader(boolean texts) {
    this.texts = texts;
  }

  /** A span and what it looks like. */
  private record Looked(Span span, SpanKind kind, Node node) {
    static Looked at(Span span) throws UnfitException {
      SpanKind kind = SpanKind.of(span.attributes());
      return new Looked(
          span,
          kind,
          new Node(
              span.place(),
              span.placeOfParent(),
              kind.call(),
              SpanTokens.input(span.attributes()),
              SpanTokens.output(span.attributes())));
    }
  }

  @Override
  public void read(List<Found> records, Gathering gathering) {
    List<Looked> spans = new ArrayList<>();
    List<Found> logs = new ArrayList<>();
    for (Found found : records) {
      try {
        switch (found.from()) {
          case "logRecords" -> logs.add(found);
          case "metrics" -> gathering.passedOver(found.line(), "metric");
          default -> span(found, spans, gathering);
        }
      } catch (UnfitException e) {
        gathering.bad(found.line(), e.reason());
      }
    }
    SpanForest forest = new SpanForest(spans.stream().map(Looked::node).toList());
    for (int i = 0; i < spans.size(); i++) {
      Looked each = spans.get(i);
      try {
        call(each, forest, i, gathering);
      } catch (UnfitException e) {
        gathering.bad(each.span().line(), "span " + each.span().id() + ": " + e.reason());
      }
    }
    Judged judged = new Judged();
    for (int i = 0; i < spans.size(); i++) {
      if (forest.isLeafCall(i)) {
        judged.call(spans.get(i).span());
      }
    }
    for (int i = 0; i < spans.size(); i++) {
      scores(spans.get(i).span(), forest.isLeafCall(i), judged, gathering);
    }
    logs.forEach(each -> log(each, gathering));
  }

  private static void span(Found found, List<Looked> spans, Gathering gathering)
      throws UnfitException {
    Value record = found.value();
    boolean isSpan =
        !record
            .get(
                "spanId",
                "span_id",
                "spanContext",
                "_spanContext",
                "context",
                "context.span_id",
                "attributes")
            .absent();
    if (isSpan) {
      spans.add(Looked.at(Span.of(found)));
    } else if (!record.get("method").absent() && !record.get("response").absent()) {
      gathering.passedOver(found.line(), "HTTP exchange");
    } else if (record.fields().keySet().stream().anyMatch(OtlpReader::isAttribute)) {
      throw new UnfitException("attributes of a span, but no span: no end time");
    } else {
      throw new UnfitException("no span: " + record.shown());
    }
  }

  private static boolean isAttribute(String field) {
    return field.startsWith("gen_ai.") || field.startsWith("openinference.");
  }

  private void call(Looked each, SpanForest forest, int place, Gathering gathering)
      throws UnfitException {
    Span span = each.span();
    if (forest.isCircular(place)) {
      throw new UnfitException("its parents lead in a circle");
    }
    if (forest.isLeafCall(place)) {
      gathering.event(span.line(), SpanCall.of(span, texts));
      responses.note(span.attributes().text("gen_ai.response.id", "ai.response.id"), span.id());
    } else {
      gathering.passedOver(span.line(), forest.checked(place, each.kind().name()));
    }
  }

  private void scores(Span span, boolean isCall, Judged judgements, Gathering gathering) {
    try {
      judgements.tell(span, isCall, gathering);
      for (Moment moment : span.moments()) {
        if (moment.name().equals(Evaluation.EVENT)) {
          String judged = isCall || span.parent() == null ? span.id() : span.parent();
          long nanos = moment.nanos() == Event.UNKNOWN ? span.end() : moment.nanos();
          evaluation(span.line(), nanos, judged, moment.attributes(), gathering);
        }
      }
    } catch (UnfitException e) {
      gathering.bad(span.line(), "span " + span.id() + ": " + e.reason());
    }
  }

  private void log(Found found, Gathering gathering) {
    try {
      Value record = found.value();
      Attributes attributes = Attributes.of(record.get("attributes"));
      String named = record.get("eventName", "event_name").text();
      String name = named == null ? attributes.text("event.name") : named;
      if (!Evaluation.EVENT.equals(name)) {
        gathering.passedOver(found.line(), "log record");
        return;
      }
      Value time = record.get("timeUnixNano", "observedTimeUnixNano");
      String span = Span.id(record.get("spanId", "span_id"));
      evaluation(
          found.line(),
          Moments.ofNanos(time),
          span == null ? attributes.text("gen_ai.response.id") : span,
          attributes,
          gathering);
    } catch (UnfitException e) {
      gathering.bad(found.line(), e.reason());
    }
  }

  private void evaluation(
      long line, long nanos, @Nullable String judged, Attributes event, Gathering gathering)
      throws UnfitException {
    String answered = responses.call(event.text("gen_ai.response.id"));
    Score score = Evaluation.ofEvent(nanos, answered == null ? judged : answered, event);
    if (score == null) {
      gathering.passedOver(line, "evaluation that failed");
    } else {
      gathering.event(line, score);
    }
  }
}
