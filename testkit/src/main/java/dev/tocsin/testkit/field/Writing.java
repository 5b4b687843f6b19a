package dev.tocsin.testkit.field;

import dev.tocsin.api.CallBuilder;

/** Writes a field of a call. */
@FunctionalInterface
public interface Writing {
  /** For one event. */
  void write(CallBuilder call, Turn turn);
}
