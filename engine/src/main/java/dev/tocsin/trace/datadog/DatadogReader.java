package dev.tocsin.trace.datadog;

import dev.tocsin.api.Score;
import dev.tocsin.trace.document.BatchReader;
import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.document.SpanForest;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.util.ArrayList;
import java.util.List;

/** Makes calls of spans, and scores of evaluations. */
final class DatadogReader implements BatchReader {
  private final boolean texts;

  DatadogReader(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(List<Found> records, Gathering gathering) {
    List<DatadogSpan> spans = new ArrayList<>();
    for (Found found : records) {
      try {
        Value record = found.value();
        if (found.from().equals("metrics")) {
          evaluation(found, record, gathering);
        } else if (record.get("span_id").absent()) {
          throw new UnfitException("no span_id: " + record.shown());
        } else {
          spans.add(DatadogSpan.of(found, record));
        }
      } catch (UnfitException e) {
        gathering.bad(found.line(), e.reason());
      }
    }
    SpanForest forest = new SpanForest(spans.stream().map(DatadogSpan::node).toList());
    for (int i = 0; i < spans.size(); i++) {
      DatadogSpan span = spans.get(i);
      try {
        tell(span, forest, i, gathering);
      } catch (UnfitException e) {
        gathering.bad(span.line(), "span " + Value.shortened(span.id()) + ": " + e.reason());
      }
    }
  }

  private void tell(DatadogSpan span, SpanForest forest, int place, Gathering gathering)
      throws UnfitException {
    if (forest.isCircular(place)) {
      throw new UnfitException("its parents lead in a circle");
    }
    if (forest.isLeafCall(place)) {
      gathering.event(span.line(), DatadogCall.of(span, texts));
    } else {
      gathering.passedOver(span.line(), forest.checked(place, span.kind()));
    }
  }

  private static void evaluation(Found found, Value record, Gathering gathering)
      throws UnfitException {
    String call = record.get("join_on").get("span").get("span_id").text();
    call = call == null ? record.get("span_id").text() : call;
    if (call == null) {
      gathering.passedOver(found.line(), "evaluation that names no span");
      return;
    }
    Score score = DatadogEvaluation.of(record, call);
    gathering.event(found.line(), score);
  }
}
