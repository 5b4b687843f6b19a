package dev.tocsin.price;

import dev.tocsin.api.Call;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prices by model. Immutable. */
public final class PriceList {
  private static final int NANO_DIGITS = 9;
  private static final Set<String> USUAL_TIERS = Set.of("default", "standard", "auto");

  private final Supplier<Map<String, Known>> byModel;

  /**
   * A price.
   *
   * @param whole the same in whole numbers, where that can be
   */
  private record Known(ModelPrice price, Optional<WholePrices> whole) {}

  /**
   * @param byModel prices by the name that calls give the model
   */
  public PriceList(Map<String, ModelPrice> byModel) {
    Map<String, Known> copy = known(byModel);
    this.byModel = () -> copy;
  }

  private PriceList(Supplier<Map<String, Known>> byModel) {
    this.byModel = byModel;
  }

  /**
   * The list that comes with Tocsin, from LiteLLM's price file; SOURCE.md beside it has the date.
   * It is read when the first call without a recorded cost asks for it.
   */
  public static PriceList builtIn() {
    return new PriceList(() -> BuiltIn.PRICES);
  }

  /** Read once, on first use. */
  private static final class BuiltIn {
    private static final Map<String, Known> PRICES = known(PriceFile.read());
  }

  /**
   * What a call cost: as recorded, else its tokens times the price of its model, exact and rounded
   * once, half-even, to whole nano-dollars. The model is looked up as the call names it, then with
   * the provider before it ({@code azure/gpt-4o}); nothing else is guessed. Calls with prices of
   * their own, as batches, other service tiers, audio and very long prompts, are not priced, nor
   * are calls with more cached tokens than input.
   *
   * @return nano-dollars, or {@link Event#UNKNOWN} where model, price or tokens are not known
   */
  public long costNanoDollars(Call call) {
    if (call.costNanoDollars() != Event.UNKNOWN) {
      return call.costNanoDollars();
    }
    Known known = find(call);
    if (known == null) {
      return Event.UNKNOWN;
    }
    ModelPrice price = known.price();
    if (call.inputTokens() == Event.UNKNOWN
        || call.inputTokens() > price.upToInputTokens()
        || (call.outputTokens() == Event.UNKNOWN && price.output().signum() > 0)
        || !pricedAsUsual(call)) {
      return Event.UNKNOWN;
    }
    long cached = orZero(call.cachedTokens());
    long written = orZero(call.cacheWriteTokens());
    if (cached > call.inputTokens() || written > call.inputTokens() - cached) {
      return Event.UNKNOWN; // more cached than sent: which of the numbers is wrong is not known
    }
    long plain = call.inputTokens() - cached - written;
    long received = orZero(call.outputTokens());
    if (known.whole().isPresent()) {
      try {
        return known.whole().get().nanoDollars(plain, cached, written, received);
      } catch (ArithmeticException e) {
        // too large for 64 bits on the way; the result may fit
      }
    }
    BigDecimal dollars =
        times(price.input(), plain)
            .add(times(price.cacheRead(), cached))
            .add(times(price.cacheWrite(), written))
            .add(times(price.output(), received));
    try {
      return Decimals.scaled(dollars, NANO_DIGITS);
    } catch (ArithmeticException e) {
      return Event.UNKNOWN; // a broken token count must not end the engine
    }
  }

  private static Map<String, Known> known(Map<String, ModelPrice> prices) {
    Map<String, Known> known = new HashMap<>();
    prices.forEach((model, price) -> known.put(model, new Known(price, WholePrices.of(price))));
    return Map.copyOf(known);
  }

  private static boolean pricedAsUsual(Call call) {
    return !Boolean.TRUE.equals(call.batch())
        && (call.serviceTier() == null || USUAL_TIERS.contains(call.serviceTier()))
        && orZero(call.audioInputTokens()) == 0
        && orZero(call.audioOutputTokens()) == 0;
  }

  private @Nullable Known find(Call call) {
    if (call.model() == null) {
      return null;
    }
    Known price = byModel.get().get(call.model());
    return price != null || call.provider() == null
        ? price
        : byModel.get().get(call.provider() + "/" + call.model());
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  private static long orZero(long value) {
    return value == Event.UNKNOWN ? 0 : value;
  }
}
