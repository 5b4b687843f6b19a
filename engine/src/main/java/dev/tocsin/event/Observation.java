package dev.tocsin.event;

import org.jspecify.annotations.Nullable;

/** One event as conditions look at it: a call with its cost, or a measure. */
public sealed interface Observation permits PricedCall, Measured {

  /** The attribute of a call, or the label of a measure; null when it has none of that name. */
  @Nullable Object attribute(String key);
}
