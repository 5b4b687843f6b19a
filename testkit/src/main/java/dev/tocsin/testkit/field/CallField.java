package dev.tocsin.testkit.field;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.event.Field;
import dev.tocsin.event.PricedCall;
import dev.tocsin.price.PriceList;

/** A field of a call that can be written. */
public sealed interface CallField {

  /** As tests write it. */
  String name();

  /** A text. */
  record Text(String name, Setter<String> setter) implements CallField {}

  /** How the call ended. */
  record Ended(String name) implements CallField {}

  /** True or false. */
  record Flag(String name, Setter<Boolean> setter) implements CallField {}

  /** A free attribute. */
  record Attribute(String name, String key) implements CallField {}

  /** A number. */
  sealed interface Numeric extends CallField {
    /** In base units, or {@link Event#UNKNOWN}; a cost that is not recorded is that of a list. */
    long read(Call call, PriceList prices);

    /** Writes it in base units. */
    void write(CallBuilder call, long value);
  }

  /** A number that every call may have; not negative. */
  record OfNumber(Field.Number field, Setter<Long> setter) implements Numeric {
    @Override
    public String name() {
      return field.name();
    }

    @Override
    public long read(Call call, PriceList prices) {
      return field.reader().read(new PricedCall(call, prices.costNanoDollars(call)));
    }

    @Override
    public void write(CallBuilder call, long value) {
      setter.set(call, value);
    }
  }

  /** A score. */
  record OfScore(String name, String score) implements Numeric {
    @Override
    public long read(Call call, PriceList prices) {
      return call.scoreBillionths(score);
    }

    @Override
    public void write(CallBuilder call, long value) {
      call.scoreBillionths(score, value);
    }
  }

  /** Writes a field. */
  @FunctionalInterface
  interface Setter<T> {
    /** Writes it. */
    CallBuilder set(CallBuilder call, T value);
  }
}
