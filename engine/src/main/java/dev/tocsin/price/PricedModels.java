package dev.tocsin.price;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices by the name of a model, or of provider and model together ({@code azure/gpt-4o}). Finding
 * one makes no text: each name is also entered under each provider that it can begin with.
 * Thread-safe.
 */
final class PricedModels {
  private static final int ANSWERS = 64;

  private final Map<String, Known> byName = new HashMap<>();
  private final Map<String, Map<String, Known>> byProvider = new HashMap<>();

  /** Records are safe to be seen by other threads, so that a race costs no more than a look. */
  private final @Nullable Answer[] answers = new Answer[ANSWERS];

  /**
   * A price.
   *
   * @param whole the same in whole numbers, where that can be
   * @param upToInputTokens for prompts of up to so many tokens
   * @param pricesOutput whether tokens received cost anything
   */
  record Known(
      ModelPrice price, @Nullable WholePrices whole, long upToInputTokens, boolean pricesOutput) {
    Known(ModelPrice price) {
      this(price, WholePrices.of(price), price.upToInputTokens(), price.output().signum() > 0);
    }
  }

  /** The last answer to a question; most traffic asks about few models. */
  private record Answer(String model, @Nullable String provider, @Nullable Known known) {}

  PricedModels(Map<String, ModelPrice> prices) {
    prices.forEach((name, price) -> enter(name, new Known(price)));
  }

  /** The price of a model by its name alone, else with the provider before it, or null. */
  @Nullable Known find(String model, @Nullable String provider) {
    int place = model.hashCode() & (ANSWERS - 1);
    Answer answer = answers[place];
    if (answer != null && answer.model.equals(model) && same(answer.provider, provider)) {
      return answer.known;
    }
    Known known = look(model, provider);
    answers[place] = new Answer(model, provider, known);
    return known;
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }

  private @Nullable Known look(String model, @Nullable String provider) {
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
