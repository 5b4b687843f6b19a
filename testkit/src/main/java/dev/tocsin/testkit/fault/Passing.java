package dev.tocsin.testkit.fault;

import dev.tocsin.api.Event;
import dev.tocsin.trace.TraceLine;

/**
 * An event on its way through the faults.
 *
 * @param number of the line it was read from
 * @param arrival when it comes; other than its stamp where a clock is wrong
 * @param hits which faults it is in
 * @param event as changed so far
 */
record Passing(long number, long arrival, Hits hits, Event event) {

  TraceLine line() {
    return new TraceLine(number, event);
  }

  Passing with(Event changed) {
    return new Passing(number, arrival, hits, changed);
  }

  Passing later(long nanos, Event changed) {
    return new Passing(number, nanos, hits, changed);
  }
}
