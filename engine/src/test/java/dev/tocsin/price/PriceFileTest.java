package dev.tocsin.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceFileTest {
  private static final Map<String, ModelPrice> PRICES = PriceFile.read();

  @Test
  void hasEveryModelOfTheExcerpt() {
    assertThat(PRICES).hasSize(2279).doesNotContainKey("model");
  }

  @Test
  void everyPriceIsTheTextOfItsSource() {
    assertThat(PRICES.get("claude-haiku-4-5"))
        .isEqualTo(price("0.000001", "0.000005", "1e-07", "0.00000125", Long.MAX_VALUE));
  }

  @Test
  void aCachePriceThatIsNotKnownIsThatOfInput() {
    assertThat(PRICES.get("ai21.j2-mid-v1"))
        .isEqualTo(price("1.25e-05", "1.25e-05", "1.25e-05", "1.25e-05", Long.MAX_VALUE));
  }

  @Test
  void theOutputOfAnEmbeddingCostsNothing() {
    assertThat(PRICES.get("mistral/mistral-embed").output()).isZero();
  }

  @Test
  void pricesEndWhereLongPromptsBegin() {
    assertThat(PRICES.get("gemini-2.5-pro").upToInputTokens()).isEqualTo(200_000);
  }

  private static ModelPrice price(
      String input, String output, String cacheRead, String cacheWrite, long upTo) {
    return new ModelPrice(
        new BigDecimal(input),
        new BigDecimal(output),
        new BigDecimal(cacheRead),
        new BigDecimal(cacheWrite),
        upTo);
  }
}
