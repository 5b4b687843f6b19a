package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Measure;
import org.jspecify.annotations.Nullable;

/** One event as conditions look at it: a call with its cost, or a measure. */
public sealed interface Observation permits PricedCall, CallRow, Measured {

  /** The call; null for a measure. */
  @Nullable Call call();

  /** Nano-dollars, or {@link dev.tocsin.api.Event#UNKNOWN}. */
  long costNanoDollars();

  /** The measure; null for a call. */
  @Nullable Measure measure();

  /** The attribute of a call, or the label of a measure; null when it has none of that name. */
  @Nullable Object attribute(String key);
}
