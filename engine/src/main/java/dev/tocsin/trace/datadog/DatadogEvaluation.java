package dev.tocsin.trace.datadog;

import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import org.jspecify.annotations.Nullable;

/** A judgement of a span. */
final class DatadogEvaluation {
  private static final long ONE = 1_000_000_000;

  private DatadogEvaluation() {}

  static Score of(Value record, String call) throws UnfitException {
    String name = record.get("label").text();
    if (name == null) {
      throw new UnfitException("an evaluation without a label");
    }
    long time = Moments.ofIsoOrMillis(record.get("timestamp_ms"));
    if (time == Event.UNKNOWN) {
      throw new UnfitException("evaluation '" + Value.shortened(name) + "' has no timestamp_ms");
    }
    Value truth = record.get("boolean_value");
    String label = truth.absent() ? record.get("categorical_value").text() : truth.text();
    long value = record.get("score_value").billionths();
    Boolean holds = truth.truth();
    if (value == Event.UNKNOWN && holds != null) {
      value = holds ? ONE : 0;
    }
    if (value == Event.UNKNOWN && label == null) {
      throw new UnfitException("evaluation '" + Value.shortened(name) + "' has no value");
    }
    return new Score(time, call, name, value, label, reason(record), "datadog");
  }

  private static @Nullable String reason(Value record) throws UnfitException {
    return record.get("reasoning", "assessment").text();
  }
}
