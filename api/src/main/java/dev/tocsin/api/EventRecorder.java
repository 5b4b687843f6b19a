package dev.tocsin.api;

import org.jspecify.annotations.Nullable;

/**
 * Takes what happens in a service: all that most of its code needs of the engine. Code that asks
 * for this can be given the engine, a test's engine, or {@code list::add}.
 */
@FunctionalInterface
public interface EventRecorder {

  /**
   * Hands an event over. Never throws.
   *
   * @param event what happened; null is not taken
   * @return whether it was taken
   */
  boolean record(@Nullable Event event);
}
