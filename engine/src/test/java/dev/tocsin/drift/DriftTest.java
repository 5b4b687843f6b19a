package dev.tocsin.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.window.FoldKind;
import dev.tocsin.window.FoldState;
import dev.tocsin.window.HistogramState;
import dev.tocsin.window.SumState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

/** Drift statistics against their definitions on the raw numbers, and against published values. */
class DriftTest {

  @Property(tries = 500)
  void cliffsDeltaCountsPairs(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -20, max = 20) Long> now,
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -20, max = 20) Long> before) {
    long greater = 0;
    for (long a : now) {
      for (long b : before) {
        greater += Long.compare(a, b);
      }
    }
    assertThat(CliffsDelta.of(buckets(now, before)))
        .isCloseTo((double) greater / now.size() / before.size(), within(1e-12));
  }

  @Property(tries = 500)
  void mannWhitneyIsThatOfTheRanks(
      @ForAll @Size(min = 2, max = 40) List<@LongRange(min = -20, max = 20) Long> now,
      @ForAll @Size(min = 2, max = 40) List<@LongRange(min = -20, max = 20) Long> before) {
    double read = MannWhitney.of(buckets(now, before));
    if (now.stream().distinct().count() == 1
        && before.equals(Collections.nCopies(before.size(), now.get(0)))) {
      assertThat(read).isEqualTo(1);
      return;
    }
    double expected =
        MannWhitneyUTest.withDefaults()
            .with(PValueMethod.ASYMPTOTIC)
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(doubles(now), doubles(before))
            .getPValue();
    assertThat(read).isCloseTo(expected, within(1e-9));
  }

  @Property(tries = 500)
  void wassersteinIsTheAreaBetweenTheDistributions(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> now,
      @ForAll @Size(min = 1, max = 40)
          List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> before) {
    List<Long> a = spread(now, before.size());
    List<Long> b = spread(before, now.size());
    double moved = 0;
    for (int i = 0; i < a.size(); i++) {
      moved += Math.abs((double) a.get(i) - b.get(i)) / a.size();
    }
    double widest = Math.max(Collections.max(now), Collections.max(before));
    assertThat(Wasserstein.of(histogram(now), histogram(before)))
        .isCloseTo(moved, within(0.01 * widest));
  }

  @Property(tries = 300)
  void meanShiftIsOfTheExactMeans(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -1000, max = 1000) Long> now,
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -1000, max = 1000) Long> before) {
    double expected = mean(now) - mean(before);
    assertThat(
            MeanShift.of(
                (SumState) state(FoldKind.SUM, now), (SumState) state(FoldKind.SUM, before)))
        .isCloseTo(expected, within(1e-9));
  }

  @Property(tries = 500)
  void binnedStatisticsAreThoseOfTheTable(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 6) Long> now,
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 6) Long> before) {
    assertTable(PairedCounts.ofBins(categories(now), categories(before)), table(now, before));
  }

  @Property(tries = 500)
  void binsOfNumbersAreTheTenthsOfTheBaseline(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -127, max = 127) Long> now,
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -127, max = 127) Long> before) {
    List<Long> sorted = new ArrayList<>(before);
    Collections.sort(sorted);
    List<Long> deciles = new ArrayList<>();
    for (int k = 1; k <= 9; k++) {
      deciles.add(sorted.get((k * sorted.size() + 9) / 10 - 1));
    }
    assertTable(
        PairedCounts.ofBins(histogram(now), histogram(before)),
        table(
            now.stream().map(v -> bin(v, deciles)).toList(),
            before.stream().map(v -> bin(v, deciles)).toList()));
  }

  /** Which bin: how many cuts lie below; a value that is two deciles or more has cuts around it. */
  private static long bin(long value, List<Long> deciles) {
    long cuts = 0;
    for (long decile : deciles.stream().distinct().toList()) {
      boolean own = Collections.frequency(deciles, decile) > 1;
      cuts += (own && value >= decile ? 1 : 0) + (value > decile ? 1 : 0);
    }
    return cuts;
  }

  @Test
  void stabilityIndexOfAScorecard() {
    // shares 10, 20, 40, 30 % become 20, 20, 30, 30 %
    PairedCounts bins =
        PairedCounts.ofBins(
            categories(repeated(20, 20, 30, 30)), categories(repeated(10, 20, 40, 30)));
    assertThat(PopulationStability.of(bins))
        .isCloseTo(0.1 * Math.log(2) + 0.1 * Math.log(4 / 3.0), within(1e-12));
  }

  @Test
  void anEmptyBinIsHalfAnEvent() {
    PairedCounts bins =
        PairedCounts.ofBins(categories(repeated(10, 0)), categories(repeated(30, 10)));
    assertThat(PopulationStability.of(bins))
        .isCloseTo(
            0.25 * Math.log(1 / 0.75) + (0.05 - 0.25) * Math.log(0.05 / 0.25), within(1e-12));
  }

  @Test
  void jensenShannonOfSciPysExamples() {
    // scipy.spatial.distance.jensenshannon: ([1, 0, 0], [0, 1, 0], 2.0) and ([1, 0], [0.5, 0.5])
    assertThat(
            JensenShannon.of(
                PairedCounts.ofBins(categories(repeated(5, 0)), categories(repeated(0, 7)))))
        .isEqualTo(1);
    double natural = 0.46450140402245893;
    assertThat(
            JensenShannon.of(
                PairedCounts.ofBins(categories(repeated(4, 0)), categories(repeated(3, 3)))))
        .isCloseTo(natural / Math.sqrt(Math.log(2)), offset(1e-12));
  }

  @Test
  void wassersteinOfSciPysExamples() {
    // scipy.stats.wasserstein_distance([0, 1, 3], [5, 6, 8]) is 5
    assertThat(Wasserstein.of(histogram(List.of(0L, 1L, 3L)), histogram(List.of(5L, 6L, 8L))))
        .isCloseTo(5, within(1e-12));
    // what is always the same is exact, whatever the bucket
    assertThat(
            Wasserstein.of(
                histogram(Collections.nCopies(7, 2_000_000L)),
                histogram(Collections.nCopies(3, 3_000_000L))))
        .isEqualTo(1_000_000);
  }

  @Test
  void mannWhitneyOfSciPysExample() {
    // males and females of scipy.stats.mannwhitneyu: asymptotic, corrected for continuity,
    // 0.11134688653
    assertThat(
            MannWhitney.of(buckets(List.of(19L, 22L, 16L, 29L, 24L), List.of(20L, 11L, 17L, 12L))))
        .isCloseTo(0.11134688653314041, within(1e-9));
  }

  @Test
  void aConstantThatDriftsIsSeenOnEitherSide() {
    for (long shifted : List.of(3L, 7L)) {
      PairedCounts bins =
          PairedCounts.ofBins(
              histogram(Collections.nCopies(50, shifted)), histogram(Collections.nCopies(50, 5L)));
      assertThat(JensenShannon.of(bins)).isEqualTo(1);
      assertThat(PopulationStability.of(bins)).isGreaterThan(5);
      assertThat(ChiSquared.of(bins)).isLessThan(1e-9);
    }
  }

  @Test
  void thereIsNoValueWhereOneSideIsEmpty() {
    for (List<List<Long>> sides :
        List.of(List.of(List.<Long>of(), List.of(1L)), List.of(List.of(1L), List.<Long>of()))) {
      HistogramState now = histogram(sides.get(0));
      HistogramState before = histogram(sides.get(1));
      PairedCounts bins = PairedCounts.ofBins(now, before);
      assertThat(KolmogorovSmirnov.of(now, before)).isNaN();
      assertThat(Wasserstein.of(now, before)).isNaN();
      assertThat(PopulationStability.of(bins)).isNaN();
      assertThat(JensenShannon.of(bins)).isNaN();
      assertThat(ChiSquared.of(bins)).isNaN();
      assertThat(CliffsDelta.of(bins)).isNaN();
      assertThat(MannWhitney.of(bins)).isNaN();
    }
    assertThat(MeanShift.of(new SumState(), new SumState())).isNaN();
  }

  @Test
  void categoriesThatOneSideDoesNotCountAloneAreTogether() {
    List<Long> many = LongStream.range(0, 3000).boxed().toList();
    PairedCounts bins = PairedCounts.ofBins(categories(many), categories(List.of(1L, 2000L)));
    assertThat(bins.size()).isEqualTo(1001);
    assertThat(bins.current(1000)).isEqualTo(2000);
    assertThat(bins.baseline(1000)).isEqualTo(1);
    assertThat(bins.baseline(1)).isEqualTo(1);
  }

  private static void assertTable(PairedCounts bins, long[][] table) {
    long[][] read = new long[2][bins.size()];
    double psi = 0;
    double divergence = 0;
    double now = bins.currentTotal();
    double before = bins.baselineTotal();
    for (int i = 0; i < table[0].length; i++) {
      double p = table[0][i] / now;
      double q = table[1][i] / before;
      double m = (p + q) / 2;
      divergence += (p == 0 ? 0 : p * Math.log(p / m)) + (q == 0 ? 0 : q * Math.log(q / m));
      p = p == 0 ? 0.5 / now : p;
      q = q == 0 ? 0.5 / before : q;
      psi += p * Math.log(p / q) + q * Math.log(q / p);
    }
    for (int i = 0; i < bins.size(); i++) {
      read[0][i] = bins.current(i);
      read[1][i] = bins.baseline(i);
    }
    assertThat(read).isDeepEqualTo(table);
    assertThat(PopulationStability.of(bins)).isCloseTo(psi, within(1e-9));
    assertThat(JensenShannon.of(bins))
        .isCloseTo(Math.sqrt(Math.max(0, divergence / 2 / Math.log(2))), within(1e-7));
    assertThat(ChiSquared.of(bins))
        .isCloseTo(
            table[0].length < 2 ? 1 : ChiSquareTest.withDefaults().test(table).getPValue(),
            within(1e-9));
  }

  private static long[][] table(List<Long> now, List<Long> before) {
    List<Long> all = new ArrayList<>(now);
    all.addAll(before);
    List<Long> keys = all.stream().distinct().sorted().toList();
    long[][] table = new long[2][keys.size()];
    now.forEach(value -> table[0][keys.indexOf(value)]++);
    before.forEach(value -> table[1][keys.indexOf(value)]++);
    return table;
  }

  /** Each number so many times, sorted. */
  private static List<Long> spread(List<Long> values, int times) {
    return values.stream()
        .sorted()
        .flatMap(value -> Collections.nCopies(times, value).stream())
        .toList();
  }

  private static List<Long> repeated(int... counts) {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      values.addAll(Collections.nCopies(counts[i], (long) i));
    }
    return values;
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElseThrow();
  }

  private static double[] doubles(List<Long> values) {
    return values.stream().mapToDouble(Long::doubleValue).toArray();
  }

  private static PairedCounts buckets(List<Long> now, List<Long> before) {
    return PairedCounts.ofBuckets(histogram(now), histogram(before));
  }

  private static HistogramState histogram(List<Long> values) {
    return (HistogramState) state(FoldKind.LOG_HISTOGRAM, values);
  }

  private static FoldState<?> categories(List<Long> values) {
    return state(FoldKind.CATEGORIES, values);
  }

  private static FoldState<?> state(FoldKind kind, List<Long> values) {
    FoldState<?> state = kind.empty();
    values.forEach(state::add);
    return state;
  }
}
