package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.testkit.field.CallField;
import dev.tocsin.testkit.field.Turn;
import dev.tocsin.testkit.field.Value;
import dev.tocsin.testkit.field.Writing;

/** A field becomes something else. */
record Replacement(Writing writing) implements FieldChange {
  @Override
  public void inCall(Call before, CallBuilder call, Turn turn) {
    writing.write(call, turn);
  }

  /** A score becomes something else, whether it comes with its call or later. */
  record OfScore(CallField.OfScore field, Value<Long> value) implements FieldChange {
    @Override
    public void inCall(Call before, CallBuilder call, Turn turn) {
      field.write(call, value.at(turn));
    }

    @Override
    public long inScore(String name, long before, Turn turn) {
      return field.score().equals(name) ? value.at(turn) : before;
    }
  }
}
