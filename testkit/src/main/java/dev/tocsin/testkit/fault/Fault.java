package dev.tocsin.testkit.fault;

import java.util.List;

/**
 * A fault, ready to be done.
 *
 * @param reach to which events
 * @param effects what, in order
 */
record Fault(Reach reach, List<Effect> effects) {
  Fault {
    effects = List.copyOf(effects);
  }
}
