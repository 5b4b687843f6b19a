package dev.tocsin.testkit.fault;

import dev.tocsin.testkit.field.Turn;
import java.util.function.Consumer;

/** What is done to an event that a fault takes. Thread-safe: it keeps nothing. */
@FunctionalInterface
interface Effect {
  /** Hands on what becomes of the event, which may be nothing or several. */
  void on(Passing event, Turn turn, Consumer<Passing> next);
}
