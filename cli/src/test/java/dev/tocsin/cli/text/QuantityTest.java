package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "DURATION, 2000, 2 s",
    "DURATION, 2500, 2.5 s",
    "DURATION, 1234, 1.234 s",
    "DURATION, 250, 250 ms",
    "DURATION, 0.4, 0.4 ms",
    "DURATION, 59999, 59.999 s",
    "DURATION, 120000, 2m",
    "DURATION, 90500, 90.5 s",
    "MONEY, 50, $50",
    "MONEY, 1000, '$1,000'",
    "MONEY, 0.05, $0.05",
    "MONEY, 12.5, $12.5",
    "MONEY, -3, -$3",
    "FRACTION, 0.05, 5%",
    "FRACTION, 0.07, 7%",
    "FRACTION, 1, 100%",
    "COUNT, 1000000, '1,000,000'",
    "TOKENS, 64000, '64,000 tokens'",
    "RATE, 7, 7/s",
    "NUMBER, 0.3, 0.3",
    "NUMBER, 1e20, 1.00e+20"
  })
  void writesThresholdsAsTyped(Unit unit, double value, String text) {
    assertThat(Quantity.exact(value, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "DURATION, 3213.7, 2000, 3.21 s",
    "DURATION, 812.44, 2000, 812 ms",
    "DURATION, 125000, 2000, 2m 5s",
    "MONEY, 96.791325, 50, $96.79",
    "MONEY, 50, 51, $50.00",
    "MONEY, 1204.5, 1000, '$1,204.50'",
    "MONEY, 0.012345, 1, $0.0123",
    "FRACTION, 0.0723, 0.05, 7.23%",
    "FRACTION, 0.072, 0.05, 7.2%",
    "NUMBER, 0.5512, 0.3, 0.551",
    "COUNT, 12345, 100, '12,345'",
    "TOKENS, 18.31, 20, 18.3 tokens",
    "NUMBER, 0, 0.3, 0",
    "NUMBER, Infinity, 0.3, infinity",
    "NUMBER, NaN, 0.3, no data"
  })
  void writesReadingsShort(Unit unit, double value, double threshold, String text) {
    assertThat(Quantity.near(value, threshold, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "DURATION, 2000.4, 2000, 2.0004 s",
    "DURATION, 120004, 120000, 120.004 s",
    "MONEY, 50.004, 50, $50.004",
    "MONEY, 5.0003, 5, $5.0003",
    "FRACTION, 0.05001, 0.05, 5.001%",
    "NUMBER, 0.29996, 0.3, 0.29996",
    "NUMBER, 0.123456, 0.123456, 0.123456"
  })
  void neverReadsLikeAThresholdItDiffersFrom(
      Unit unit, double value, double threshold, String text) {
    assertThat(Quantity.near(value, threshold, unit)).isEqualTo(text);
  }

  @Property
  void differentNumbersReadDifferently(
      @ForAll Unit unit,
      @ForAll @DoubleRange(min = 0, max = 1e9) double value,
      @ForAll @DoubleRange(min = 0, max = 1e9) double threshold) {
    boolean reads = Quantity.near(value, threshold, unit).equals(Quantity.exact(threshold, unit));
    assertThat(reads).isEqualTo(value == threshold);
  }
}
