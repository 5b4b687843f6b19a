package dev.tocsin.price;

import dev.tocsin.api.Call;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import dev.tocsin.event.CallBatch;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices by model. Immutable. */
public final class PriceList {
  private static final int NANO_DIGITS = 9;

  /** Null stands for the built-in list, which is read on first use. */
  private final @Nullable PricedModels models;

  /**
   * @param byModel prices by the name that calls give the model
   */
  public PriceList(Map<String, ModelPrice> byModel) {
    this.models = new PricedModels(byModel);
  }

  private PriceList() {
    this.models = null;
  }

  /**
   * The list that comes with Tocsin, from LiteLLM's price file; SOURCE.md beside it has the date.
   * It is read when the first call without a recorded cost asks for it.
   */
  public static PriceList builtIn() {
    return new PriceList();
  }

  /** Read once, on first use. */
  private static final class BuiltIn {
    private static final PricedModels MODELS = new PricedModels(PriceFile.read());
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
    long recorded = call.costNanoDollars();
    return recorded == Event.UNKNOWN ? tokens(call, false) : recorded;
  }

  /**
   * What the tokens cost.
   *
   * @param usual whether it is known to be no batch and of no service tier
   */
  private long tokens(Call call, boolean usual) {
    PricedModels.Known known = find(call);
    if (known == null) {
      return Event.UNKNOWN;
    }
    long sent = call.inputTokens();
    if (sent == Event.UNKNOWN
        || sent > known.upToInputTokens()
        || (call.outputTokens() == Event.UNKNOWN && known.pricesOutput())
        || !(usual || pricedAsUsual(call))
        || orZero(call.audioInputTokens()) != 0
        || orZero(call.audioOutputTokens()) != 0) {
      return Event.UNKNOWN;
    }
    long cached = orZero(call.cachedTokens());
    long written = orZero(call.cacheWriteTokens());
    if (cached > sent || written > sent - cached) {
      return Event.UNKNOWN; // more cached than sent: which of the numbers is wrong is not known
    }
    long plain = sent - cached - written;
    long received = orZero(call.outputTokens());
    WholePrices whole = known.whole();
    if (whole != null && whole.fit(sent, received)) {
      return whole.nanoDollars(plain, cached, written, received);
    }
    ModelPrice price = known.price();
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

  /** Says for each call of a batch what it cost; see {@link #costNanoDollars}. */
  public void price(CallBatch batch) {
    Call[] calls = batch.calls();
    long[] costs = batch.costs();
    int size = batch.size();
    // A call lies in memory that was not looked at for long. This loop does so little that the
    // processor asks for the fields of many calls at once; the next would wait for one by one.
    int usual = 0;
    for (int i = 0; i < size; i++) {
      Call call = calls[i];
      costs[i] = call.costNanoDollars();
      usual += call.batch() == null && call.serviceTier() == null && call.model() != null ? 1 : 0;
    }
    for (int i = 0; i < size; i++) {
      if (costs[i] == Event.UNKNOWN) {
        costs[i] = tokens(calls[i], usual == size);
      }
    }
  }

  private static boolean pricedAsUsual(Call call) {
    return !Boolean.TRUE.equals(call.batch())
        && (call.serviceTier() == null || isUsual(call.serviceTier()));
  }

  private static boolean isUsual(String tier) {
    return switch (tier) {
      case "default", "standard", "auto" -> true;
      default -> false;
    };
  }

  private PricedModels.@Nullable Known find(Call call) {
    String model = call.model();
    if (model == null) {
      return null;
    }
    return (models == null ? BuiltIn.MODELS : models).find(model, call.provider());
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  private static long orZero(long value) {
    return value == Event.UNKNOWN ? 0 : value;
  }
}
