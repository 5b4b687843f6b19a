package dev.tocsin.peers.tight;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * What calls cost by their tokens, exact: one look-up and whole-number arithmetic. The prices are
 * those of the engine's list for the models of the traffic, in nano-dollars a token; all of them
 * are whole, so that nothing is rounded.
 */
public final class NanoPrices {
  private static final Map<String, Price> PRICES = new HashMap<>();

  static {
    PRICES.put("gpt-4o-mini", new Price(150, 600, 75, 150));
    PRICES.put("gpt-4o", new Price(2_500, 10_000, 1_250, 2_500));
    PRICES.put("gpt-4.1", new Price(2_000, 8_000, 500, 2_000));
    PRICES.put("claude-haiku-4-5", new Price(1_000, 5_000, 100, 1_250));
  }

  private record Price(long input, long output, long cacheRead, long cacheWrite) {}

  private NanoPrices() {}

  /** Nano-dollars, or {@link Event#UNKNOWN}, under the conditions of the engine's price list. */
  public static long cost(Call call) {
    long recorded = call.costNanoDollars();
    if (recorded != Event.UNKNOWN) {
      return recorded;
    }
    Price price = PRICES.get(call.model());
    long sent = call.inputTokens();
    long received = call.outputTokens();
    if (price == null || sent < 0 || received < 0 || isUnusual(call)) {
      return Event.UNKNOWN;
    }
    long cached = Math.max(0, call.cachedTokens());
    long written = Math.max(0, call.cacheWriteTokens());
    long plain = sent - cached - written;
    if (plain < 0) {
      return Event.UNKNOWN;
    }
    return plain * price.input
        + received * price.output
        + cached * price.cacheRead
        + written * price.cacheWrite;
  }

  private static boolean isUnusual(Call call) {
    return call.batch() != null
        || call.serviceTier() != null
        || call.audioInputTokens() > 0
        || call.audioOutputTokens() > 0;
  }
}
