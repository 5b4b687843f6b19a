package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A call with its cost as the engine sees it: the recorded one, else the one of the price list.
 *
 * @param call the call
 * @param costNanoDollars nano-dollars, or {@link dev.tocsin.api.Event#UNKNOWN}
 */
public record PricedCall(Call call, long costNanoDollars) implements Observation {

  @Override
  public @Nullable Measure measure() {
    return null;
  }

  @Override
  public @Nullable Object attribute(String key) {
    return call.attributes().get(key);
  }
}
