package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Turn;
import java.util.List;
import java.util.function.Consumer;

/** Fields change, all at once. */
record Rewritten(List<FieldChange> changes) implements Effect {
  Rewritten {
    changes = List.copyOf(changes);
  }

  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    if (event.event() instanceof Call call) {
      CallBuilder changed = call.toBuilder();
      changes.forEach(change -> change.inCall(call, changed, turn));
      next.accept(event.with(changed.build()));
    } else if (event.event() instanceof Score score) {
      long value = score.value();
      for (FieldChange change : changes) {
        value = change.inScore(score.name(), value, turn);
      }
      next.accept(
          event.with(
              new Score(
                  score.timeNanos(),
                  score.call(),
                  score.name(),
                  value,
                  score.label(),
                  score.reason(),
                  score.source())));
    } else {
      next.accept(event);
    }
  }
}
