package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000 | DURATION | 2 s",
        "812.5 | DURATION | 812.5 ms",
        "90000 | DURATION | 1m 30s",
        "1000 | MONEY | $1,000",
        "-0.5 | MONEY | -$0.5",
        "0.072 | FRACTION | 7.2%",
        "3 | RATE | 3/s",
        "1200 | TOKENS | 1,200 tokens",
        "0.7 | NUMBER | 0.7",
        "1e16 | COUNT | 1.00e+16",
        "NaN | NUMBER | no data",
        "Infinity | NUMBER | infinity",
        "-Infinity | NUMBER | -infinity",
      })
  void thresholdsReadAsTyped(double value, Unit unit, String text) {
    assertThat(ValueText.exact(value, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2500.4 | 2000 | DURATION | 2.5 s",
        "2000.4 | 2000 | DURATION | 2.0004 s",
        "96.7891 | 50 | MONEY | $96.79",
        "0.0712345 | 0.05 | FRACTION | 7.12%",
        "5 | 5 | COUNT | 5",
      })
  void valuesAreShortButNeverReadLikeWhatTheyDifferFrom(
      double value, double other, Unit unit, String text) {
    assertThat(ValueText.near(value, other, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.035S,35ms",
    "PT1.24S,1.24s",
    "PT3S,3s",
    "PT42S,42s",
    "PT5M30S,5m 30s",
    "PT2H,2h",
    "PT76H,3d 4h"
  })
  void durationsShowTheirTwoLargestParts(Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
  }

  @Test
  void aNegativeAmountOfMoneyHasItsSignBeforeTheDollar() {
    assertThat(ValueText.near(-3.456, 0, Unit.MONEY)).isEqualTo("-$3.46");
  }
}
