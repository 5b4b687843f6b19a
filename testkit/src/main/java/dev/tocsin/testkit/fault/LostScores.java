package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Turn;
import java.util.Set;
import java.util.function.Consumer;

/** Scores of some names never come, neither in calls nor as events. */
record LostScores(Set<String> names) implements Effect {
  LostScores {
    names = Set.copyOf(names);
  }

  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    if (event.event() instanceof Call call) {
      CallBuilder left = call.toBuilder();
      names.forEach(left::withoutScore);
      next.accept(event.with(left.build()));
    } else if (!(event.event() instanceof Score score && names.contains(score.name()))) {
      next.accept(event);
    }
  }
}
