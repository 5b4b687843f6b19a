package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Statistics of a plain list of numbers, by their definitions, and states held against them. */
final class Exact {
  private Exact() {}

  static BigInteger sum(List<Long> values) {
    return values.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Nearest rank: the smallest number that at least the given share of all do not exceed. */
  static long percentile(List<Long> values, String percent) {
    List<Long> sorted = new java.util.ArrayList<>(values);
    Collections.sort(sorted);
    int rank =
        new BigDecimal(percent)
            .multiply(BigDecimal.valueOf(values.size()))
            .divide(BigDecimal.valueOf(100))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return sorted.get(Math.max(rank, 1) - 1);
  }

  /** Largest distance of the two empirical distribution functions over all numbers seen. */
  static double kolmogorovSmirnov(List<Long> a, List<Long> b) {
    TreeSet<Long> points = new TreeSet<>(a);
    points.addAll(b);
    double largest = 0;
    for (long point : points) {
      largest = Math.max(largest, Math.abs(shareUpTo(point, a) - shareUpTo(point, b)));
    }
    return largest;
  }

  private static double shareUpTo(long point, List<Long> values) {
    return (double) values.stream().filter(value -> value <= point).count() / values.size();
  }

  /** Holds that a state folded these numbers and nothing else. */
  static void assertFolded(FoldState<?> state, List<Long> values) {
    assertThat(state.samples()).isEqualTo(values.size());
    if (state instanceof SumState sum) {
      assertThat(sum.sum()).isEqualTo(sum(values));
      assertThat(sum.sumAsDouble()).isEqualTo(sum(values).doubleValue());
    } else if (state instanceof RatioState ratio) {
      assertThat(ratio.held()).isEqualTo(values.stream().filter(value -> value == 1).count());
    } else if (state instanceof HistogramState histogram) {
      assertPercentiles(histogram, values);
    } else if (state instanceof DistinctState distinct) {
      assertThat(distinct.distinct()).isEqualTo(values.stream().distinct().count());
    } else if (state instanceof CategoriesState categories) {
      Map<Long, Long> counted = new TreeMap<>();
      for (int i = 0; i < categories.size(); i++) {
        counted.put(categories.category(i), categories.count(i));
      }
      assertThat(counted)
          .isEqualTo(values.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting())));
    } else if (state instanceof LastState last) {
      assertThat(last.last()).isEqualTo(values.isEmpty() ? 0 : values.get(values.size() - 1));
    } else if (state instanceof ExtremesState extremes && !values.isEmpty()) {
      assertThat(extremes.least()).isEqualTo(Collections.min(values));
      assertThat(extremes.greatest()).isEqualTo(Collections.max(values));
    } else if (state instanceof MomentsState moments) {
      assertStandardDeviation(moments.standardDeviation(), values);
    }
  }

  /** By its definition: the root of the mean of the squared distances from the mean. */
  private static void assertStandardDeviation(double read, List<Long> values) {
    if (values.isEmpty()) {
      assertThat(read).isNaN();
      return;
    }
    BigDecimal n = BigDecimal.valueOf(values.size());
    MathContext digits = new MathContext(80);
    BigDecimal mean = new BigDecimal(sum(values)).divide(n, digits);
    BigDecimal squares = BigDecimal.ZERO;
    for (long value : values) {
      squares = squares.add(BigDecimal.valueOf(value).subtract(mean).pow(2), digits);
    }
    double exact = squares.divide(n, digits).sqrt(digits).doubleValue();
    assertThat(read).isCloseTo(exact, withinPercentage(1e-7));
  }

  private static void assertPercentiles(HistogramState state, List<Long> values) {
    if (values.isEmpty()) {
      assertThat(state.percentile(0.5)).isNaN();
      return;
    }
    double tolerance = state.kind() == FoldKind.SCORE_HISTOGRAM ? 1_000_000 : 0;
    for (String percent : List.of("1", "50", "90", "95", "99", "99.9")) {
      double read = state.percentile(new BigDecimal(percent).movePointLeft(2).doubleValue());
      long exact = percentile(values, percent);
      assertThat(read)
          .isBetween((double) Collections.min(values), (double) Collections.max(values));
      if (exact > -128 && exact < 128 && tolerance == 0) {
        assertThat(read).isEqualTo((double) exact);
      } else {
        assertThat(Math.abs(read - exact))
            .isLessThanOrEqualTo(tolerance == 0 ? 0.01 * Math.abs((double) exact) : tolerance);
      }
    }
  }
}
