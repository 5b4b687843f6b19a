package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0.0123, 9, 12300000",
    "812.4, 3, 812400",
    "0.5, 0, 0",
    "0.50000001, 0, 1",
    "1.5, 0, 2",
    "2.5, 0, 2",
    "-0.5, 0, 0",
    "-1.5, 0, -2",
    "0.09, 0, 0",
    "0.9, 0, 1",
    "9223372036.854775807, 9, 9223372036854775807",
    "-9223372036.854775807, 9, -9223372036854775807",
    "9223372036854775807.4, 0, 9223372036854775807",
    "1e18, 0, 1000000000000000000",
    "1e-30, 9, 0"
  })
  void roundsHalfEven(BigDecimal value, int digits, long scaled) {
    assertThat(Decimals.scaled(value, digits)).isEqualTo(scaled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036.854775808",
        "9223372036.8547758075",
        "1e10",
        "-1e10",
        "99999999999999999999",
        "1e999999999",
        "-1e999999999"
      })
  void whatDoesNotFitALongIsRejected(String value) {
    BigDecimal decimal = new BigDecimal(value);

    assertThatThrownBy(() -> Decimals.scaled(decimal, 9)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void hostileExponentsTakeNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Decimals.scaled(new BigDecimal("1e-999999999"), 9)).isZero();
          assertThat(Decimals.scaled(new BigDecimal("0e999999999"), 9)).isZero();
          assertThat(Decimals.scaled(new BigDecimal(BigInteger.ZERO, Integer.MIN_VALUE + 1), 9))
              .isZero();
          assertThat(Decimals.scaled(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE), 9))
              .isZero();
          assertThatThrownBy(
                  () -> Decimals.scaled(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE), 9))
              .isInstanceOf(ArithmeticException.class);
        });
  }

  @Property
  void isWhatBigDecimalSays(
      @ForAll long unscaled,
      @ForAll @IntRange(min = -12, max = 40) int scale,
      @ForAll @IntRange(max = 9) int digits) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    BigInteger expected =
        value.movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();

    if (expected.bitLength() < 64) {
      assertThat(Decimals.scaled(value, digits)).isEqualTo(expected.longValueExact());
    } else {
      assertThatThrownBy(() -> Decimals.scaled(value, digits))
          .isInstanceOf(ArithmeticException.class);
    }
  }
}
