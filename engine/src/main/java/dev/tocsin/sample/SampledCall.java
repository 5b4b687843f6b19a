package dev.tocsin.sample;

import dev.tocsin.api.Call;
import org.jspecify.annotations.Nullable;

/** A place for one call, used again and again. */
final class SampledCall {
  /** Null while the place is free. */
  private @Nullable Call call;

  private long costNanoDollars;
  private long weight;

  SampledCall set(@Nullable Call held, long cost, long standsFor) {
    call = held;
    costNanoDollars = cost;
    weight = standsFor;
    return this;
  }

  @Nullable Call call() {
    return call;
  }

  long costNanoDollars() {
    return costNanoDollars;
  }

  long weight() {
    return weight;
  }

  void weight(long standsFor) {
    weight = standsFor;
  }

  /** Puts the same call with one score more in the place of the one that is there. */
  void scored(Call with) {
    call = with;
  }

  boolean isOf(String user) {
    return call != null && user.equals(call.user());
  }

  void show(CallVisitor visitor) {
    if (call != null) {
      visitor.visit(call, costNanoDollars, weight);
    }
  }
}
