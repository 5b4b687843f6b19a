package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Moments;
import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/**
 * Scores come later, and are stamped so: those that were events, and those in calls, which become
 * events. A call without an id is given one, or its scores could not name it.
 */
record DelayedScores(long nanos) implements Effect {
  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    long arrival = Moments.later(event.arrival(), nanos);
    if (event.event() instanceof Score score) {
      next.accept(event.later(arrival, stamped(score, Moments.later(score.timeNanos(), nanos))));
    } else if (event.event() instanceof Call call && call.scoreCount() > 0) {
      String id = call.id() == null ? "line-" + event.number() : call.id();
      CallBuilder bare = call.toBuilder().id(id);
      call.scores().keySet().forEach(bare::withoutScore);
      next.accept(event.with(bare.build()));
      long stamp = Moments.later(call.timeNanos(), nanos);
      call.scores()
          .forEach(
              (name, value) ->
                  next.accept(
                      event.later(arrival, new Score(stamp, id, name, value, null, null, null))));
    } else {
      next.accept(event);
    }
  }

  static Score stamped(Score score, long nanos) {
    return new Score(
        nanos,
        score.call(),
        score.name(),
        score.value(),
        score.label(),
        score.reason(),
        score.source());
  }
}
