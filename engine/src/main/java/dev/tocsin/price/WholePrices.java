package dev.tocsin.price;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The prices of a model as whole numbers of 1e-18 dollars a token: sums of products are exact, and
 * need no decimals.
 */
record WholePrices(long input, long output, long cacheRead, long cacheWrite) {
  private static final int DIGITS = 18;
  private static final long IN_A_NANO_DOLLAR = 1_000_000_000L;

  /** Empty where a price has more digits. */
  static Optional<WholePrices> of(ModelPrice price) {
    try {
      return Optional.of(
          new WholePrices(
              whole(price.input()),
              whole(price.output()),
              whole(price.cacheRead()),
              whole(price.cacheWrite())));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * What tokens cost, rounded half-even to whole nano-dollars.
   *
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  long nanoDollars(long plain, long cached, long written, long received) {
    long sum = Math.multiplyExact(input, plain);
    sum = Math.addExact(sum, Math.multiplyExact(cacheRead, cached));
    sum = Math.addExact(sum, Math.multiplyExact(cacheWrite, written));
    sum = Math.addExact(sum, Math.multiplyExact(output, received));
    long below = Math.floorDiv(sum, IN_A_NANO_DOLLAR);
    long twice = 2 * Math.floorMod(sum, IN_A_NANO_DOLLAR);
    boolean up = twice > IN_A_NANO_DOLLAR || (twice == IN_A_NANO_DOLLAR && (below & 1) == 1);
    return up ? below + 1 : below;
  }

  private static long whole(BigDecimal price) {
    return price.movePointRight(DIGITS).longValueExact();
  }
}
