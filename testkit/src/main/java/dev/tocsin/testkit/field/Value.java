package dev.tocsin.testkit.field;

/** What a field is to be, event for event. Thread-safe. */
@FunctionalInterface
public interface Value<T> {
  /** For one event. */
  T at(Turn turn);
}
