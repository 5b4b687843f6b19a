package dev.tocsin.testkit.events;

import dev.tocsin.api.Event;

/** Events in the order of their stamps, each made when it is asked for. Thread-safe. */
interface Series {
  /** How many. */
  long size();

  /** When one of them is, in nanoseconds since the epoch; never falling. */
  long stamp(long index);

  /** One of them. */
  Event event(long index);
}
