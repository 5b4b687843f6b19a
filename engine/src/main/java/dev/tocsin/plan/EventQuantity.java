package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Amount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of one event with its unit, or a constant.
 *
 * @param written as in the condition
 * @param unit empty for a bare number, which takes the unit of what it meets
 * @param digits base units in one unit as shown, as a power of ten
 * @param constant its value in the unit as shown, when it is the same for every event
 * @param amount calculates it in base units; for constants unused
 */
record EventQuantity(
    Expr written, Optional<Unit> unit, int digits, Optional<BigDecimal> constant, Amount amount) {

  private static final Amount UNUSED = new Amount.Constant(Double.NaN);

  static EventQuantity constant(Expr written, Optional<Unit> unit, BigDecimal value) {
    return new EventQuantity(
        written, unit, unit.map(Constants::digits).orElse(0), Optional.of(value), UNUSED);
  }

  static EventQuantity of(Expr written, Unit unit, int digits, Amount amount) {
    return new EventQuantity(written, Optional.of(unit), digits, Optional.empty(), amount);
  }

  boolean isConstant() {
    return constant.isPresent();
  }

  /** Its unit and scale; those of a plain number for a bare one. */
  UnitAlgebra.Scaled scaled() {
    return new UnitAlgebra.Scaled(unit.orElse(Unit.NUMBER), Math.pow(10, digits));
  }

  /** In other base units of the same unit. */
  Amount in(int otherDigits) {
    if (constant.isPresent()) {
      return new Amount.Constant(constant.get().movePointRight(otherDigits).doubleValue());
    }
    return otherDigits == digits
        ? amount
        : new Amount.Scaled(amount, Math.pow(10, otherDigits - digits));
  }

  /** What it is, for messages. */
  String description() {
    if (isConstant() && unit.filter(each -> each == Unit.FRACTION).isPresent()) {
      return "a percentage";
    }
    return unit.filter(each -> each == Unit.RATE).isPresent()
        ? "a number a second"
        : unit.map(Constants::describe).orElse("a plain number");
  }
}
