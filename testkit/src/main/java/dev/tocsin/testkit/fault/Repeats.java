package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/**
 * Calls and their scores come several times.
 *
 * @param times how many, the first included
 * @param renamed whether the others have ids of their own
 */
record Repeats(int times, boolean renamed) implements Effect {
  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    next.accept(event);
    for (int i = 2; i <= times; i++) {
      String suffix = renamed ? "#" + i : "";
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
