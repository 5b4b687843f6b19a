package dev.tocsin.store;

/** Hears of every step at which a kill would leave files as they are then; for tests. */
@FunctionalInterface
interface WritePoints {
  /** Nobody listens. */
  WritePoints NONE = step -> {};

  /** A step is done. */
  void reached(String step);
}
