package dev.tocsin.sample;

import dev.tocsin.api.Call;

/** Sees remembered calls one by one. */
@FunctionalInterface
public interface CallVisitor {

  /**
   * One call.
   *
   * @param call without its texts
   * @param costNanoDollars nano-dollars, or {@link dev.tocsin.api.Event#UNKNOWN}
   * @param weight how many calls it stands for, itself among them
   */
  void visit(Call call, long costNanoDollars, long weight);
}
