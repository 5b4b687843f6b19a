package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nearest rank, however the quantile is written in binary. */
class PercentileTest {

  @Property(tries = 2000)
  void takesTheNearestRank(
      @ForAll("percents") String percent, @ForAll @IntRange(min = 1, max = 120) int size) {
    List<Long> values = new ArrayList<>();
    for (long value = 1; value <= size; value++) {
      values.add(value);
    }
    HistogramState state = (HistogramState) States.of(FoldKind.LOG_HISTOGRAM, values);
    double quantile = new BigDecimal(percent).movePointLeft(2).doubleValue();
    assertThat(state.percentile(quantile)).isEqualTo((double) Exact.percentile(values, percent));
  }

  @Provide
  Arbitrary<String> percents() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 99).map(String::valueOf),
        Arbitraries.integers().between(1, 9999).map(p -> BigDecimal.valueOf(p, 2).toString()),
        Arbitraries.of("0.0001", "33.3333", "99.9", "99.9999"));
  }
}
