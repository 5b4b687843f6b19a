package dev.tocsin.price;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a model as whole numbers: sums of products are exact, and need no decimals. They
 * are nano-dollars a token where that is exact, as for most models, else 1e-18 dollars.
 *
 * @param mostInput of how many tokens sent, of whatever kind, the price fits half of 64 bits
 * @param mostOutput the same of tokens received
 * @param inNanoDollars whether they are nano-dollars a token
 */
record WholePrices(
    long input,
    long output,
    long cacheRead,
    long cacheWrite,
    long mostInput,
    long mostOutput,
    boolean inNanoDollars) {
  private static final int DIGITS = 18;
  private static final long IN_A_NANO_DOLLAR = 1_000_000_000L;

  /** Null where a price has more digits or is negative. */
  static @Nullable WholePrices of(ModelPrice price) {
    try {
      long input = whole(price.input());
      long output = whole(price.output());
      long read = whole(price.cacheRead());
      long write = whole(price.cacheWrite());
      if (input < 0 || output < 0 || read < 0 || write < 0) {
        return null;
      }
      boolean nano = areWhole(input, output, read, write);
      long unit = nano ? IN_A_NANO_DOLLAR : 1;
      long dearest = Math.max(input, Math.max(read, write)) / unit;
      return new WholePrices(
          input / unit,
          output / unit,
          read / unit,
          write / unit,
          most(dearest),
          most(output / unit),
          nano);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** Whether so many tokens can be priced by {@link #nanoDollars}. */
  boolean fit(long sent, long received) {
    return sent <= mostInput && received <= mostOutput;
  }

  /** What tokens that {@link #fit} cost, rounded half-even to whole nano-dollars. */
  long nanoDollars(long plain, long cached, long written, long received) {
    long sum = input * plain + cacheRead * cached + cacheWrite * written + output * received;
    return inNanoDollars ? sum : rounded(sum);
  }

  private static long rounded(long sum) {
    long below = sum / IN_A_NANO_DOLLAR;
    long twice = 2 * (sum - below * IN_A_NANO_DOLLAR);
    boolean up = twice > IN_A_NANO_DOLLAR || (twice == IN_A_NANO_DOLLAR && (below & 1) == 1);
    return up ? below + 1 : below;
  }

  private static boolean areWhole(long... prices) {
    return Arrays.stream(prices).allMatch(price -> price % IN_A_NANO_DOLLAR == 0);
  }

  private static long most(long price) {
    return Long.MAX_VALUE / 2 / Math.max(1, price);
  }

  private static long whole(BigDecimal price) {
    return price.movePointRight(DIGITS).longValueExact();
  }
}
