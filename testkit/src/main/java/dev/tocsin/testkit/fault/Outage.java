package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/** Calls and their scores never come. */
record Outage() implements Effect {
  @Override
  public void on(Passing event, Turn turn, Consumer<Passing> next) {
    if (!(event.event() instanceof Call || event.event() instanceof Score)) {
      next.accept(event);
    }
  }
}
