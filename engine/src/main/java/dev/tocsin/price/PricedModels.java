package dev.tocsin.price;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices by the name of a model, or of provider and model together ({@code azure/gpt-4o}). Finding
 * one makes no text: each name is also entered under each provider that it can begin with.
 * Immutable.
 */
final class PricedModels {
  private final Map<String, Known> byName = new HashMap<>();
  private final Map<String, Map<String, Known>> byProvider = new HashMap<>();

  /**
   * A price.
   *
   * @param whole the same in whole numbers, where that can be
   */
  record Known(ModelPrice price, @Nullable WholePrices whole) {}

  PricedModels(Map<String, ModelPrice> prices) {
    prices.forEach((name, price) -> enter(name, new Known(price, WholePrices.of(price))));
  }

  /** The price of a model by its name alone, else with the provider before it, or null. */
  @Nullable Known find(String model, @Nullable String provider) {
    Known known = byName.get(model);
    if (known != null || provider == null) {
      return known;
    }
    Map<String, Known> ofProvider = byProvider.get(provider);
    return ofProvider == null ? null : ofProvider.get(model);
  }

  private void enter(String name, Known known) {
    byName.put(name, known);
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      byProvider
          .computeIfAbsent(name.substring(0, slash), provider -> new HashMap<>())
          .put(name.substring(slash + 1), known);
    }
  }
}
