package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The buckets of a histogram cover all numbers, in order, without gaps, and are narrow. */
class BucketsTest {

  @Property(tries = 5000)
  void aNumberLiesInItsBucket(@ForAll Buckets buckets, @ForAll("numbers") long value) {
    int bucket = buckets.of(value);
    assertThat(buckets.low(bucket)).isLessThanOrEqualTo(value);
    assertThat(buckets.high(bucket)).isGreaterThanOrEqualTo(value);
    assertThat(buckets.of(buckets.low(bucket))).isEqualTo(bucket);
    assertThat(buckets.of(buckets.high(bucket))).isEqualTo(bucket);
    assertThat(buckets.of(buckets.middle(bucket))).isEqualTo(bucket);
  }

  @Property(tries = 5000)
  void bucketsGrowWithTheNumbers(
      @ForAll Buckets buckets, @ForAll("numbers") long one, @ForAll("numbers") long other) {
    assertThat(Integer.signum(Integer.compare(buckets.of(one), buckets.of(other))))
        .isIn(0, Long.compare(one, other));
  }

  @Property(tries = 5000)
  void nothingLiesBetweenTwoBuckets(@ForAll Buckets buckets, @ForAll("numbers") long value) {
    int bucket = buckets.of(value);
    if (buckets.high(bucket) != Long.MAX_VALUE) {
      assertThat(buckets.of(buckets.high(bucket) + 1)).isEqualTo(bucket + 1);
    }
    if (buckets.low(bucket) != Long.MIN_VALUE) {
      assertThat(buckets.of(buckets.low(bucket) - 1)).isEqualTo(bucket - 1);
    }
  }

  @Property(tries = 5000)
  void logarithmicBucketsAreOnePercentWide(@ForAll("numbers") long value) {
    Buckets buckets = Buckets.LOGARITHMIC;
    int bucket = buckets.of(value);
    double width = (double) buckets.high(bucket) - buckets.low(bucket);
    double nearestToZero =
        Math.min(Math.abs((double) buckets.low(bucket)), Math.abs((double) buckets.high(bucket)));
    assertThat(width).isLessThanOrEqualTo(0.01 * nearestToZero);
  }

  @Test
  void scoresHaveAThousandEqualBuckets() {
    for (int bucket = 0; bucket <= 1000; bucket++) {
      assertThat(Buckets.SCORE.low(bucket)).isEqualTo(bucket * 1_000_000L);
      assertThat(Buckets.SCORE.high(bucket)).isEqualTo(bucket * 1_000_000L + 999_999);
      assertThat(Buckets.SCORE.of(bucket * 1_000_000L + 500_000)).isEqualTo(bucket);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theEndsOfTheLongRangeHaveBuckets(Buckets buckets) {
    assertThat(buckets.high(buckets.of(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThat(buckets.low(buckets.of(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-300, 300),
        Arbitraries.longs().between(-1_100_000_000, 1_100_000_000),
        Arbitraries.integers().between(0, 62).map(exponent -> 1L << exponent),
        Arbitraries.integers().between(0, 62).map(exponent -> -(1L << exponent) - 1));
  }
}
