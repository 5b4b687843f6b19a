package dev.tocsin.testkit.fault;

import dev.tocsin.dsl.Span;
import java.time.Instant;
import java.util.List;

/**
 * A fault, ready to be done.
 *
 * @param place where its entry is written
 * @param from when it begins
 * @param until the first moment behind it
 * @param reach to which events
 * @param effects what, in order
 */
record Fault(Span place, Instant from, Instant until, Reach reach, List<Effect> effects) {
  Fault {
    effects = List.copyOf(effects);
  }
}
