package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of values and categories beyond what is kept one by one. */
class ManyValuesTest {
  private static final List<FoldKind> KINDS = List.of(FoldKind.DISTINCT, FoldKind.CATEGORIES);

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void mergeSubtractAndGoOnAsTheWhole(
      @ForAll("hashes") List<Long> stays,
      @ForAll("hashes") List<Long> leaves,
      @ForAll Random random) {
    for (FoldKind kind : KINDS) {
      List<Long> all = new ArrayList<>(stays);
      all.addAll(leaves);
      FoldState<?> state = States.of(kind, stays);
      FoldState<?> part = States.of(kind, leaves);
      States.merge(state, part);
      Collections.shuffle(all, random);
      assertThat(States.bytes(state)).isEqualTo(States.bytes(States.of(kind, all)));
      assertThat(States.bytes(States.copy(state))).isEqualTo(States.bytes(state));

      States.subtract(state, part);
      int half = stays.size() / 2;
      States.rebuild(
          state,
          List.of(
              States.of(kind, stays.subList(0, half)),
              States.of(kind, stays.subList(half, stays.size()))));
      assertThat(States.bytes(state)).isEqualTo(States.bytes(States.of(kind, stays)));
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void theCategoriesWithTheSmallestHashesAreCounted(@ForAll("hashes") List<Long> hashes) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    hashes.forEach(hash -> counts.merge(hash, 1L, Long::sum));
    CategoriesState state = (CategoriesState) States.of(FoldKind.CATEGORIES, hashes);
    assertThat(state.size()).isEqualTo(Math.min(CategoriesState.MOST, counts.size()));
    int at = 0;
    for (long hash : counts.keySet().stream().limit(CategoriesState.MOST).toList()) {
      assertThat(state.category(at)).isEqualTo(hash);
      assertThat(state.count(at++)).isEqualTo(counts.get(hash));
    }
    assertThat(state.reach())
        .isEqualTo(counts.size() > CategoriesState.MOST ? state.category(at - 1) : Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {511, 512, 513, 600, 1000, 10_000, 200_000})
  void distinctValuesAreExactOrWithinAFewPercent(int values) {
    long read = ((DistinctState) States.of(FoldKind.DISTINCT, hashesOf(values))).distinct();
    assertThat((double) read)
        .isCloseTo(values, within(values <= DistinctState.EXACT ? 0 : 0.05 * values));
  }

  @Test
  void anEstimateIsTheSameOnEveryMachine() {
    assertThat(((DistinctState) States.of(FoldKind.DISTINCT, hashesOf(100_000))).distinct())
        .isEqualTo(97_969);
  }

  private static List<Long> hashesOf(int values) {
    return LongStream.range(0, values)
        .map(value -> Hashing.komihash5_0().hashLongToLong(value))
        .boxed()
        .toList();
  }

  @Provide
  Arbitrary<List<Long>> hashes() {
    Arbitrary<Integer> pools = Arbitraries.of(3, 400, 700, 1500, 4000);
    Arbitrary<Integer> sizes = Arbitraries.of(0, 5, 600, 2500);
    return net.jqwik.api.Combinators.combine(pools, sizes, Arbitraries.longs())
        .as(
            (pool, size, seed) -> {
              Random random = new Random(seed);
              return random
                  .ints(size, 0, pool)
                  .mapToObj(value -> Hashing.komihash5_0().hashLongToLong(value))
                  .toList();
            });
  }
}
