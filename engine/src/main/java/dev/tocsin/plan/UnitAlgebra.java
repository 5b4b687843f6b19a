package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.Optional;

/** Which units can be added, multiplied and divided, and what comes out. */
final class UnitAlgebra {
  private static final double MILLIS_IN_A_SECOND = 1e3;

  private UnitAlgebra() {}

  /** A unit and how many base units make one as shown. */
  record Scaled(Unit unit, double scale) {}

  /** What sums, differences and comparisons of the two are in; empty when they are unlike. */
  static Optional<Unit> like(Unit left, Unit right) {
    if (left == right || (right == Unit.NUMBER && isPlain(left))) {
      return Optional.of(left);
    }
    return left == Unit.NUMBER && isPlain(right) ? Optional.of(right) : Optional.empty();
  }

  /** Money times a count is money; money times money is nothing. */
  static Optional<Scaled> product(Scaled left, Scaled right) {
    double scale = left.scale * right.scale;
    if (!isPlain(left.unit) && !isPlain(right.unit)) {
      return Optional.empty();
    }
    Unit unit;
    if (isShare(left.unit) && isShare(right.unit)) {
      unit = left.unit == right.unit ? left.unit : Unit.NUMBER;
    } else if (!isPlain(left.unit) || isShare(right.unit)) {
      unit = left.unit;
    } else if (!isPlain(right.unit) || isShare(left.unit)) {
      unit = right.unit;
    } else {
      unit = Unit.NUMBER;
    }
    return Optional.of(new Scaled(unit, scale));
  }

  /** Like by like is a plain number, money by tokens is money, tokens by a duration is a rate. */
  static Optional<Scaled> quotient(Scaled left, Scaled right) {
    double scale = left.scale / right.scale;
    if (left.unit == right.unit) {
      return Optional.of(new Scaled(Unit.NUMBER, scale));
    }
    if (isPlain(right.unit)) {
      boolean kept = isShare(right.unit) || !isPlain(left.unit);
      return Optional.of(new Scaled(kept ? left.unit : Unit.NUMBER, scale));
    }
    if (!isPlain(left.unit)) {
      return Optional.empty();
    }
    return switch (right.unit) {
      case DURATION -> Optional.of(new Scaled(Unit.RATE, scale / MILLIS_IN_A_SECOND));
      case MONEY -> Optional.of(new Scaled(Unit.NUMBER, scale));
      default -> Optional.empty();
    };
  }

  private static boolean isPlain(Unit unit) {
    return switch (unit) {
      case COUNT, TOKENS, FRACTION, NUMBER -> true;
      case DURATION, MONEY, RATE -> false;
    };
  }

  private static boolean isShare(Unit unit) {
    return unit == Unit.FRACTION || unit == Unit.NUMBER;
  }
}
