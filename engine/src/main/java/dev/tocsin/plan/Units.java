package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.Optional;

/**
 * Which units go together in sums, comparisons, products and quotients of one event's numbers.
 *
 * <ul>
 *   <li>Sums and comparisons need the same unit. A plain number (a score, an attribute) also goes
 *       with counts, tokens, fractions and rates, which are written without a unit; never with
 *       durations and money.
 *   <li>number x unit = unit; tokens x duration and tokens x money keep the latter (so much a
 *       token); any other product of two units has no meaning.
 *   <li>unit / same unit = plain number; unit / number = unit; duration or money / tokens keeps the
 *       unit (so much a token); number or tokens / duration = a rate a second.
 * </ul>
 *
 * An empty unit is a bare constant. An empty result where the outer {@code Optional} is empty means
 * that there is no meaning.
 */
final class Units {
  private Units() {}

  static Optional<Unit> common(Unit left, Unit right) {
    if (left == right) {
      return Optional.of(left);
    }
    if (left == Unit.NUMBER && isWrittenBare(right)) {
      return Optional.of(right);
    }
    return right == Unit.NUMBER && isWrittenBare(left) ? Optional.of(left) : Optional.empty();
  }

  static Optional<Optional<Unit>> product(Optional<Unit> left, Optional<Unit> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.of(left.or(() -> right));
    }
    Unit a = left.get();
    Unit b = right.get();
    if (isNumber(a) && isNumber(b)) {
      return known(Unit.NUMBER);
    }
    if (isNumber(a) || (a == Unit.TOKENS && isMeasured(b))) {
      return known(b);
    }
    return isNumber(b) || (b == Unit.TOKENS && isMeasured(a)) ? known(a) : Optional.empty();
  }

  static Optional<Optional<Unit>> quotient(Optional<Unit> left, Optional<Unit> right) {
    if (right.isEmpty()) {
      return Optional.of(left);
    }
    if (isPerSecond(left, right)) {
      return known(Unit.RATE);
    }
    Unit b = right.get();
    if (left.isEmpty()) {
      return isNumber(b) || b == Unit.TOKENS ? known(Unit.NUMBER) : Optional.empty();
    }
    Unit a = left.get();
    if (a == b || (isNumber(a) && (isNumber(b) || b == Unit.TOKENS))) {
      return known(Unit.NUMBER);
    }
    return isNumber(b) || (b == Unit.TOKENS && isMeasured(a)) ? known(a) : Optional.empty();
  }

  /** Whether something countable is divided by a duration. */
  static boolean isPerSecond(Optional<Unit> left, Optional<Unit> right) {
    boolean countable = left.isEmpty() || isNumber(left.get()) || left.get() == Unit.TOKENS;
    return countable && right.isPresent() && right.get() == Unit.DURATION;
  }

  /** One of a unit as an author writes it, where a unit is written. */
  static Optional<String> one(Unit unit) {
    return switch (unit) {
      case DURATION -> Optional.of("1ms");
      case MONEY -> Optional.of("$1");
      case COUNT, TOKENS, FRACTION, RATE, NUMBER -> Optional.empty();
    };
  }

  private static Optional<Optional<Unit>> known(Unit unit) {
    return Optional.of(Optional.of(unit));
  }

  private static boolean isNumber(Unit unit) {
    return unit == Unit.NUMBER || unit == Unit.COUNT || unit == Unit.FRACTION;
  }

  private static boolean isMeasured(Unit unit) {
    return unit == Unit.DURATION || unit == Unit.MONEY;
  }

  private static boolean isWrittenBare(Unit unit) {
    return one(unit).isEmpty();
  }
}
