package dev.tocsin.testkit.events;

import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Value;
import java.util.List;
import java.util.Objects;

/** Scores of calls that come some time after them. */
record LateScores(Calls calls, long delayNanos, List<Named> scores) implements Series {
  LateScores {
    scores = List.copyOf(scores);
  }

  /** A score by name, in billionths. */
  record Named(String name, Value<Long> value) {}

  @Override
  public long size() {
    return calls.size() * scores.size();
  }

  @Override
  public long stamp(long index) {
    return calls.stamp(index / scores.size()) + delayNanos;
  }

  @Override
  public Event event(long index) {
    long call = index / scores.size();
    Named score = scores.get((int) (index % scores.size()));
    String id = Objects.requireNonNull(calls.call(call).id(), "id");
    long value = score.value().at(calls.beat().turn(call));
    return new Score(stamp(index), id, score.name(), value, null, null, null);
  }
}
