package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.testkit.field.Turn;

/** What becomes of one field. */
interface FieldChange {

  /**
   * Changes it in a call.
   *
   * @param before the call as it is
   * @param call takes what changes
   */
  void inCall(Call before, CallBuilder call, Turn turn);

  /** The value of a score that comes as an event, in billionths. */
  default long inScore(String name, long value, Turn turn) {
    return value;
  }
}
