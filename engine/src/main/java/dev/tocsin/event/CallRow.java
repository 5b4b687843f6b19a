package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Measure;
import org.jspecify.annotations.Nullable;

/** Looks at one call of a batch after the other, so that none needs an object of its own. */
final class CallRow implements Observation {
  private @Nullable Call call;
  private long costNanoDollars;

  CallRow at(Call current, long cost) {
    call = current;
    costNanoDollars = cost;
    return this;
  }

  @Override
  public @Nullable Call call() {
    return call;
  }

  @Override
  public long costNanoDollars() {
    return costNanoDollars;
  }

  @Override
  public @Nullable Measure measure() {
    return null;
  }

  @Override
  public @Nullable Object attribute(String key) {
    return call == null ? null : call.attributes().get(key);
  }
}
