package dev.tocsin.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final BigDecimal DOLLAR_PER_MILLION = new BigDecimal("0.000001");

  @Property
  void exactAndRoundedOnce(
      @ForAll("price") BigDecimal input,
      @ForAll("price") BigDecimal output,
      @ForAll("price") BigDecimal read,
      @ForAll("price") BigDecimal write,
      @ForAll @LongRange(max = 300_000) long plain,
      @ForAll @LongRange(max = 300_000) long answered,
      @ForAll @LongRange(max = 300_000) long cached,
      @ForAll @LongRange(max = 300_000) long written) {
    PriceList prices = prices(new ModelPrice(input, output, read, write, Long.MAX_VALUE));
    Call call =
        call()
            .inputTokens(plain + cached + written)
            .cachedTokens(cached)
            .cacheWriteTokens(written)
            .outputTokens(answered)
            .build();

    BigDecimal dollars =
        input
            .multiply(BigDecimal.valueOf(plain))
            .add(output.multiply(BigDecimal.valueOf(answered)))
            .add(read.multiply(BigDecimal.valueOf(cached)))
            .add(write.multiply(BigDecimal.valueOf(written)));
    assertThat(BigDecimal.valueOf(prices.costNanoDollars(call), 9))
        .isEqualByComparingTo(dollars.setScale(9, RoundingMode.HALF_EVEN));
  }

  @Provide
  Arbitrary<BigDecimal> price() {
    return Arbitraries.longs().between(0, 10_000_000L).map(n -> BigDecimal.valueOf(n, 13));
  }

  @Test
  void halfANanoDollarGoesToTheEvenNeighbour() {
    PriceList prices = prices(perToken("0.0000000005"));

    assertThat(prices.costNanoDollars(call().inputTokens(1).outputTokens(0).build())).isZero();
    assertThat(prices.costNanoDollars(call().inputTokens(2).outputTokens(0).build())).isOne();
    assertThat(prices.costNanoDollars(call().inputTokens(3).outputTokens(0).build())).isEqualTo(2);
    assertThat(prices.costNanoDollars(call().inputTokens(5).outputTokens(0).build())).isEqualTo(2);
    assertThat(prices.costNanoDollars(call().inputTokens(7).outputTokens(0).build())).isEqualTo(4);
  }

  @Test
  void cachedTokensArePartOfTheInput() {
    ModelPrice price =
        new ModelPrice(
            new BigDecimal("10"),
            BigDecimal.ZERO,
            new BigDecimal("1"),
            BigDecimal.TEN,
            Long.MAX_VALUE);

    assertThat(prices(price).costNanoDollars(call().inputTokens(5).cachedTokens(2).build()))
        .isEqualTo(32_000_000_000L);
    assertThat(prices(price).costNanoDollars(call().inputTokens(1).cachedTokens(2).build()))
        .as("more read from the cache than sent: unknown, not free")
        .isEqualTo(Event.UNKNOWN);
    assertThat(
            prices(price)
                .costNanoDollars(call().inputTokens(5).cachedTokens(3).cacheWriteTokens(3).build()))
        .isEqualTo(Event.UNKNOWN);
    assertThat(
            prices(price)
                .costNanoDollars(
                    call().inputTokens(5).cachedTokens(5).cacheWriteTokens(Long.MAX_VALUE).build()))
        .isEqualTo(Event.UNKNOWN);
  }

  @Test
  void theRecordedCostWins() {
    Call recorded =
        call().inputTokens(1_000).outputTokens(1).costUsd(new BigDecimal("0.5")).build();
    Call free = call().inputTokens(1_000).outputTokens(1).costNanoDollars(0).build();

    assertThat(prices(perToken("1")).costNanoDollars(recorded)).isEqualTo(500_000_000);
    assertThat(prices(perToken("1")).costNanoDollars(free)).isZero();
  }

  @Test
  void whatIsNotKnownIsUnknownNeverZero() {
    PriceList prices = prices(perToken("1"));
    Call call = call().inputTokens(10).outputTokens(10).build();

    assertThat(prices.costNanoDollars(call.toBuilder().model("other").build()))
        .isEqualTo(Event.UNKNOWN);
    assertThat(prices.costNanoDollars(call.toBuilder().model(null).build()))
        .isEqualTo(Event.UNKNOWN);
    assertThat(prices.costNanoDollars(call().outputTokens(10).build())).isEqualTo(Event.UNKNOWN);
    assertThat(prices.costNanoDollars(call().inputTokens(10).build())).isEqualTo(Event.UNKNOWN);
  }

  @Test
  void anEmbeddingHasNoOutput() {
    ModelPrice price =
        new ModelPrice(
            DOLLAR_PER_MILLION,
            BigDecimal.ZERO,
            DOLLAR_PER_MILLION,
            DOLLAR_PER_MILLION,
            Long.MAX_VALUE);

    assertThat(prices(price).costNanoDollars(call().inputTokens(7).build())).isEqualTo(7_000);
  }

  @Test
  void callsWithPricesOfTheirOwnAreUnpriced() {
    PriceList prices =
        prices(new ModelPrice(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, 100));
    Call usual = call().inputTokens(100).outputTokens(1).serviceTier("default").build();

    assertThat(prices.costNanoDollars(usual)).isEqualTo(101_000_000_000L);
    for (Call other :
        new Call[] {
          usual.toBuilder().batch(true).build(),
          usual.toBuilder().serviceTier("flex").build(),
          usual.toBuilder().audioInputTokens(1).build(),
          usual.toBuilder().audioOutputTokens(1).build(),
          usual.toBuilder().inputTokens(101).build()
        }) {
      assertThat(prices.costNanoDollars(other)).isEqualTo(Event.UNKNOWN);
    }
  }

  @Test
  void absurdTokenCountsAreUnpricedAndEndNothing() {
    PriceList prices = prices(perToken("1"));

    assertThat(prices.costNanoDollars(call().inputTokens(Long.MAX_VALUE).outputTokens(0).build()))
        .isEqualTo(Event.UNKNOWN);
    assertThat(prices.costNanoDollars(call().inputTokens(0).outputTokens(Long.MAX_VALUE).build()))
        .isEqualTo(Event.UNKNOWN);
  }

  @Property
  void exactAroundWhatSixtyFourBitsHold(
      @ForAll @LongRange(min = 1, max = 600) long microDollars,
      @ForAll @LongRange(max = 100_000_000_000L) long sent,
      @ForAll @LongRange(max = 100_000_000_000L) long received) {
    BigDecimal price = BigDecimal.valueOf(microDollars, 6);
    Call call = call().inputTokens(sent).outputTokens(received).build();

    BigDecimal nanoDollars = price.multiply(BigDecimal.valueOf(sent + received)).movePointRight(9);
    assertThat(prices(new ModelPrice(price, price, price, price, Long.MAX_VALUE)))
        .returns(
            nanoDollars.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Event.UNKNOWN
                : nanoDollars.longValueExact(),
            prices -> prices.costNanoDollars(call));
  }

  @Test
  void theModelIsLookedUpAsNamedThenWithItsProvider() {
    PriceList prices =
        new PriceList(
            Map.of(
                "m", perToken("1"),
                "azure/m", perToken("2"),
                "azure/n", perToken("3"),
                "a/b/c", perToken("4")));

    assertThat(cost(prices, "m", null)).isEqualTo(1_000_000_000L);
    assertThat(cost(prices, "m", "azure")).isEqualTo(1_000_000_000L);
    assertThat(cost(prices, "azure/m", null)).isEqualTo(2_000_000_000L);
    assertThat(cost(prices, "n", "azure")).isEqualTo(3_000_000_000L);
    assertThat(cost(prices, "n", null)).isEqualTo(Event.UNKNOWN);
    assertThat(cost(prices, "n", "openai")).isEqualTo(Event.UNKNOWN);
    assertThat(cost(prices, "b/c", "a")).isEqualTo(4_000_000_000L);
    assertThat(cost(prices, "c", "a/b")).isEqualTo(4_000_000_000L);
    assertThat(cost(prices, "c", "a")).isEqualTo(Event.UNKNOWN);
  }

  @Test
  void theBuiltInListHasThePricesOfItsSource() {
    Call call = call().model("gpt-4o").inputTokens(1_000_000).outputTokens(1_000_000).build();

    assertThat(PriceList.builtIn().costNanoDollars(call)).isEqualTo(12_500_000_000L);
  }

  private static long cost(PriceList prices, String model, String provider) {
    return prices.costNanoDollars(
        call().model(model).provider(provider).inputTokens(1).outputTokens(0).build());
  }

  private static ModelPrice perToken(String dollars) {
    BigDecimal price = new BigDecimal(dollars);
    return new ModelPrice(price, price, price, price, Long.MAX_VALUE);
  }

  private static PriceList prices(ModelPrice price) {
    return new PriceList(Map.of("m", price));
  }

  private static CallBuilder call() {
    return Call.atNanos(1).model("m");
  }
}
