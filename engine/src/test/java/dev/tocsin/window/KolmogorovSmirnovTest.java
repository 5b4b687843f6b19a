package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.drift.KolmogorovSmirnov;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The two-sample statistic against its definition. */
class KolmogorovSmirnovTest {

  @Property(tries = 1000)
  void isExactWhereBucketsAre(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -127, max = 127) Long> one,
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -127, max = 127) Long> other) {
    assertThat(statistic(FoldKind.LOG_HISTOGRAM, one, other))
        .isCloseTo(Exact.kolmogorovSmirnov(one, other), within(1e-12));
  }

  @Property(tries = 1000)
  void isThatOfTheBucketsForScores(
      @ForAll("scores") List<Long> one, @ForAll("scores") List<Long> other) {
    assertThat(statistic(FoldKind.SCORE_HISTOGRAM, one, other))
        .isCloseTo(Exact.kolmogorovSmirnov(thousandths(one), thousandths(other)), within(1e-12));
  }

  @Property(tries = 500)
  void isThatOfTheBucketsForAnyNumber(
      @ForAll @Size(min = 1, max = 40) List<Long> one,
      @ForAll @Size(min = 1, max = 40) List<Long> other) {
    List<Long> oneByBucket = one.stream().map(v -> (long) Buckets.LOGARITHMIC.of(v)).toList();
    List<Long> otherByBucket = other.stream().map(v -> (long) Buckets.LOGARITHMIC.of(v)).toList();
    assertThat(statistic(FoldKind.LOG_HISTOGRAM, one, other))
        .isCloseTo(Exact.kolmogorovSmirnov(oneByBucket, otherByBucket), within(1e-12));
  }

  @Test
  void hasNoValueWhereOneSideIsEmpty() {
    assertThat(statistic(FoldKind.LOG_HISTOGRAM, List.of(), List.of(1L))).isNaN();
    assertThat(statistic(FoldKind.LOG_HISTOGRAM, List.of(1L), List.of())).isNaN();
  }

  @Provide
  Arbitrary<List<Long>> scores() {
    return Arbitraries.longs().between(0, 1_000_000_000).list().ofMinSize(1).ofMaxSize(60);
  }

  private static List<Long> thousandths(List<Long> billionths) {
    return billionths.stream().map(value -> value / 1_000_000).toList();
  }

  private static double statistic(FoldKind kind, List<Long> one, List<Long> other) {
    return KolmogorovSmirnov.of(
        (HistogramState) States.of(kind, one), (HistogramState) States.of(kind, other));
  }
}
