package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/**
 * Calls and their scores come several times.
 *
 * @param times how many, the first included
 * @param mark stands before the number in the ids of the others; empty where these have the same id
 */
record Repeats(int times, String mark) implements Effect {
  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    next.accept(event);
    for (int i = 2; i <= times; i++) {
      String suffix = mark.isEmpty() ? "" : mark + i;
      if (event.event() instanceof Call call) {
        String id = call.id() == null ? null : call.id() + suffix;
        next.accept(event.with(call.toBuilder().id(id).build()));
      } else if (event.event() instanceof Score score) {
        next.accept(
            event.with(
                new Score(
                    score.timeNanos(),
                    score.call() + suffix,
                    score.name(),
                    score.value(),
                    score.label(),
                    score.reason(),
                    score.source())));
      }
    }
  }
}
