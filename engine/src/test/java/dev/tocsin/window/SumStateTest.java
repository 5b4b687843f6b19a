package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums beyond 64 bits. */
class SumStateTest {

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1})
  void doublesSixtyTimesWithoutOverflow(long value) {
    SumState sum = new SumState();
    sum.add(value);
    for (int i = 0; i < 60; i++) {
      States.merge(sum, States.copy(sum));
    }
    assertThat(sum.sum()).isEqualTo(BigInteger.valueOf(value).shiftLeft(60));
    assertThat(sum.sumAsDouble()).isEqualTo(BigInteger.valueOf(value).shiftLeft(60).doubleValue());
    assertThat(sum.samples()).isEqualTo(1L << 60);
  }

  @Test
  void comesBackToZeroFromBeyondALong() {
    SumState sum = new SumState();
    Collections.nCopies(5, Long.MAX_VALUE).forEach(sum::add);
    FoldState<?> part = States.of(FoldKind.SUM, Collections.nCopies(5, Long.MAX_VALUE));
    States.subtract(sum, part);
    assertThat(sum.sum()).isZero();
    assertThat(sum.sumAsDouble()).isZero();
  }
}
