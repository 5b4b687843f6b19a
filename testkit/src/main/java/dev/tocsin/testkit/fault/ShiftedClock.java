package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Moments;
import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/** Stamps are off by so much; events come when they came. */
record ShiftedClock(long nanos) implements Effect {
  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    next.accept(event.with(shifted(event.event())));
  }

  private Event shifted(Event event) {
    long stamp = Math.max(-Moments.END, Moments.later(event.timeNanos(), nanos));
    if (event instanceof Call call) {
      CallBuilder shifted = call.toBuilder(stamp);
      return call.startNanos() == Event.UNKNOWN
          ? shifted.build()
          : shifted.startNanos(Moments.later(call.startNanos(), nanos)).build();
    }
    if (event instanceof Score score) {
      return DelayedScores.stamped(score, stamp);
    }
    if (event instanceof Measure measure) {
      return new Measure(stamp, measure.name(), measure.value(), measure.labels());
    }
    Deployment live = (Deployment) event;
    return new Deployment(stamp, live.prompt(), live.version());
  }
}
