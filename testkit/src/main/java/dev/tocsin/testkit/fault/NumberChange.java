package dev.tocsin.testkit.fault;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.price.PriceList;
import dev.tocsin.testkit.field.CallField;
import dev.tocsin.testkit.field.Turn;
import dev.tocsin.testkit.field.Value;
import dev.tocsin.testkit.field.Values;

/**
 * A number is multiplied with, or added to; what is not known stays so.
 *
 * @param field which
 * @param product whether it is multiplied
 * @param operand a factor, or in base units
 * @param prices for costs that are not recorded
 */
record NumberChange(
    CallField.Numeric field, boolean product, Value<Double> operand, PriceList prices)
    implements FieldChange {

  @Override
  public void inCall(Call before, CallBuilder call, Turn turn) {
    long value = field.read(before, prices);
    if (value != Event.UNKNOWN) {
      field.write(call, changed(value, turn));
    }
  }

  @Override
  public long inScore(String name, long value, Turn turn) {
    return field instanceof CallField.OfScore score
            && score.score().equals(name)
            && value != Event.UNKNOWN
        ? changed(value, turn)
        : value;
  }

  private long changed(long value, Turn turn) {
    double by = operand.at(turn);
    return Values.whole(field, product ? value * by : value + by);
  }
}
