package dev.tocsin.testkit.fault;

import java.util.BitSet;

/** Which faults an event is in, by their places in the file. Immutable. */
final class Hits {
  static final Hits NONE = new Hits(new BitSet());

  private final BitSet places;

  private Hits(BitSet places) {
    this.places = places;
  }

  static Hits of(BitSet places) {
    return places.isEmpty() ? NONE : new Hits((BitSet) places.clone());
  }

  boolean contains(int place) {
    return places.get(place);
  }
}
