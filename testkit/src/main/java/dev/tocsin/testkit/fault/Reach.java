package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.event.Predicate;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import dev.tocsin.price.PriceList;
import dev.tocsin.testkit.field.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To which events a fault is done.
 *
 * @param from the first stamp
 * @param until the first behind it
 * @param where of which calls
 * @param share which part of them
 * @param seed says which calls are the part
 */
record Reach(long from, long until, Optional<Predicate> where, double share, long seed) {
  private static final long PURPOSE = 0x5EED;

  boolean isIn(long stamp) {
    return from <= stamp && stamp < until;
  }

  /** Whether it is done to all events of its time. */
  boolean isWhole() {
    return where.isEmpty() && share >= 1;
  }

  boolean takes(Call call, long number, PriceList prices) {
    return isIn(call.timeNanos())
        && (share >= 1 || new Turn(place(call.id(), number), 0, seed).chance(PURPOSE) < share)
        && (where.isEmpty()
            || where.get().test(new PricedCall(call, prices.costNanoDollars(call))) == Truth.TRUE);
  }

  /** How much of the time has passed, from 0 to 1. */
  double progress(long stamp) {
    return until == from
        ? 0
        : Math.max(0, Math.min(1, ((double) stamp - from) / ((double) until - from)));
  }

  private static long place(@Nullable String id, long number) {
    if (id == null) {
      return number;
    }
    long hash = 0xCBF29CE484222325L; // FNV-1a
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }
}
