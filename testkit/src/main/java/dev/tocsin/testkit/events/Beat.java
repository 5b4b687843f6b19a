package dev.tocsin.testkit.events;

import dev.tocsin.dsl.testfile.Pace;
import dev.tocsin.testkit.field.Turn;

/** When the events of one entry are. */
record Beat(long first, Pace pace, long seed) {

  long stamp(long index) {
    return first + pace.offsetNanos(index);
  }

  Turn turn(long index) {
    return new Turn(index, pace.progress(index), seed);
  }
}
